import { expect, test } from 'vitest';

import type { OutboxEvent } from './OutboxEvent.ts';
import { shareOut } from './shareOut.ts';

const event = (seq: number, attempts = 1): OutboxEvent => ({ seq: String(seq), attempts }) as OutboxEvent;
const shared = (events: OutboxEvent[], places: number): string[] =>
	shareOut(events, places).map((run) => run.map(({ seq }) => seq).join('+'));

test('as many events as places: a run each', () => {
	expect(shared([event(1), event(2)], 2)).toEqual(['1', '2']);
	expect(shared([event(1)], 8)).toEqual(['1']);
	expect(shared([], 8)).toEqual([]);
});

test('more events than places: spread evenly, in order, and never more runs than places', () => {
	expect(
		shared(
			[1, 2, 3, 4, 5].map((seq) => event(seq)),
			1,
		),
	).toEqual(['1+2+3+4+5']);
	expect(
		shared(
			[1, 2, 3, 4, 5].map((seq) => event(seq)),
			2,
		),
	).toEqual(['1+2+3', '4+5']);
	expect(
		shared(
			[1, 2, 3, 4, 5].map((seq) => event(seq)),
			4,
		),
	).toEqual(['1+2', '3+4', '5']);
});

test('what was tried before runs alone, after the others', () => {
	expect(shared([event(1), event(2, 2), event(3), event(4, 7)], 1)).toEqual(['1+3', '2', '4']);
});
