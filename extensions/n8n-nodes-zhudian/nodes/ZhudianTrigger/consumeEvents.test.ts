import type { IRun } from 'n8n-workflow';
import { expect, test } from 'vitest';

import { consumeEvents } from './consumeEvents.ts';
import type { ConsumerMeans } from './ConsumerMeans.ts';
import type { OutboxEvent } from './OutboxEvent.ts';

const event = (seq: number, attempts = 1): OutboxEvent => ({
	seq: String(seq),
	key: `k${seq}`,
	topic: 'hazard.major',
	subject: 'h',
	payload: {},
	created_at: '',
	attempts,
	claim: `c${seq}`,
	lease_until: '',
});
const success = { status: 'success', data: { resultData: {} } } as IRun;
const turn = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));
const turns = async (count = 20): Promise<void> => {
	for (let left = count; left > 0; left -= 1) await turn();
};

/** An outbox in memory and a clock that jumps: every sleep ends at the next turn. */
function world(overrides: Partial<ConsumerMeans> = {}) {
	const waiting: OutboxEvent[] = [];
	const log: string[] = [];
	const refusals = new Map<string, unknown[]>();
	let now = 0;
	const refuse = (action: string): void => {
		const error = refusals.get(action)?.shift();
		if (error !== undefined) throw error;
	};
	const means: ConsumerMeans = {
		client: {
			claim: async (limit, signal) => {
				await turn();
				signal.throwIfAborted();
				refuse('claim');
				const events = waiting.splice(0, limit);
				if (events.length > 0) log.push(`claim ${events.length} of ${limit}`);
				return events;
			},
			done: async ({ seq }) => {
				refuse('done');
				log.push(`done ${seq}`);
			},
			failed: async ({ seq }, error) => void log.push(`failed ${seq}: ${error}`),
			extend: async ({ seq }) => {
				refuse('extend');
				log.push(`extend ${seq}`);
			},
		},
		run: async () => success,
		longestRun: Number.POSITIVE_INFINITY,
		concurrency: 2,
		eventsPerRun: 1,
		sleep: async (milliseconds) => {
			now += milliseconds;
			await turn();
		},
		now: () => now,
		random: () => 0.5,
		log: { info: () => undefined, warn: () => undefined },
		...overrides,
	};
	return { means, waiting, log, refusals };
}

test('an event is done when its run has succeeded', async () => {
	const { means, waiting, log } = world();
	waiting.push(event(1));
	const consumer = consumeEvents(means);
	await turns();
	await consumer.stop();
	expect(log).toEqual(['claim 1 of 2', 'done 1']);
});

test('an event is given back when its run has failed, with the reason', async () => {
	const { means, waiting, log } = world({
		run: async () => {
			throw new Error('timed out');
		},
	});
	waiting.push(event(1));
	const consumer = consumeEvents(means);
	await turns();
	await consumer.stop();
	expect(log).toContain('failed 1: timed out');
});

test('an event is given back when n8n does not tell how its run ended, and the place is free again', async () => {
	const { means, waiting, log } = world({
		concurrency: 1,
		longestRun: 180_000,
		run: async ([first]) => (first?.seq === '1' ? await new Promise<undefined>(() => undefined) : success),
	});
	waiting.push(event(1), event(2));
	const consumer = consumeEvents(means);
	await turns(60);
	await consumer.stop();
	expect(log.filter((line) => !line.startsWith('extend'))).toEqual([
		'claim 1 of 1',
		'failed 1: n8n has not told how the run ended within 180 s',
		'claim 1 of 1',
		'done 2',
	]);
});

test('claims no more than there are free places', async () => {
	const finish: (() => void)[] = [];
	const { means, waiting, log } = world({
		run: async () => await new Promise((resolve) => finish.push(() => resolve(success))),
	});
	waiting.push(event(1), event(2), event(3), event(4));
	const consumer = consumeEvents(means);
	await turns();
	expect(finish).toHaveLength(2);
	finish.forEach((end) => end());
	await turns();
	expect(finish).toHaveLength(4);
	finish.forEach((end) => end());
	await consumer.stop();
	expect(log.filter((line) => line.startsWith('done'))).toHaveLength(4);
});

test('when more events wait than there are places, a run takes several, and each is settled', async () => {
	const started: string[][] = [];
	const { means, waiting, log } = world({
		eventsPerRun: 5,
		run: async (events) => {
			started.push(events.map(({ seq }) => seq));
			await turns(3);
			return success;
		},
	});
	waiting.push(...Array.from({ length: 14 }, (_, index) => event(index + 1)));
	const consumer = consumeEvents(means);
	await turns(60);
	await consumer.stop();
	expect(started).toEqual([
		['1', '2', '3', '4', '5'],
		['6', '7', '8', '9', '10'],
		['11', '12', '13', '14'],
	]);
	expect(log.filter((line) => line.startsWith('done'))).toHaveLength(14);
});

test('when a run of several fails, each is given back, and then one that cannot succeed fails no other', async () => {
	const { means, waiting, log } = world({
		concurrency: 1,
		eventsPerRun: 5,
		run: async (events) => {
			if (events.some(({ seq }) => seq === '2')) throw new Error('no such hazard');
			return success;
		},
	});
	const givenBack = means.client.failed;
	const again = {
		...means.client,
		failed: async (one: OutboxEvent, error: string) => {
			await givenBack(one, error);
			if (one.attempts === 1) waiting.push(event(Number(one.seq), 2));
		},
	};
	waiting.push(event(1), event(2), event(3));
	const consumer = consumeEvents({ ...means, client: again });
	await turns(60);
	await consumer.stop();
	expect(log).toEqual([
		'claim 3 of 5',
		...['1', '2', '3'].map((seq) => `failed ${seq}: no such hazard`),
		'claim 3 of 5',
		'done 1',
		'failed 2: no such hazard',
		'done 3',
	]);
});

test('an event that waits for a place keeps its lease', async () => {
	const finish: (() => void)[] = [];
	const { means, waiting, log } = world({
		concurrency: 1,
		eventsPerRun: 5,
		run: async () => await new Promise((resolve) => finish.push(() => resolve(success))),
	});
	waiting.push(event(1, 2), event(2, 2));
	const consumer = consumeEvents(means);
	await turns(30);
	expect(log).toEqual(expect.arrayContaining(['extend 1', 'extend 2']));
	finish.splice(0).forEach((end) => end());
	await turns();
	finish.splice(0).forEach((end) => end());
	await turns();
	await consumer.stop();
	expect(log.filter((line) => line.startsWith('done'))).toEqual(['done 1', 'done 2']);
});

test('comes back after Directus was away', async () => {
	const { means, waiting, log, refusals } = world();
	refusals.set('claim', [new Error('ECONNREFUSED'), { httpCode: '503' }, { httpCode: '401' }]);
	waiting.push(event(1));
	const consumer = consumeEvents(means);
	await turns();
	await consumer.stop();
	expect(log).toContain('done 1');
});

test('tells again that a run is done when it was not heard, and gives up once the claim is lost', async () => {
	const { means, waiting, log, refusals } = world();
	refusals.set('done', [new Error('socket hang up'), { httpCode: '503' }, undefined, { httpCode: '409' }]);
	waiting.push(event(1));
	const consumer = consumeEvents(means);
	await turns();
	waiting.push(event(2));
	await turns();
	await consumer.stop();
	expect(log.filter((line) => line.startsWith('done'))).toEqual(['done 1']);
});

test('extends the lease of a run that takes longer than half a minute, also after one extension failed', async () => {
	let finish = (): void => undefined;
	const { means, waiting, log, refusals } = world({
		run: async () =>
			await new Promise((resolve) => {
				finish = () => resolve(success);
			}),
	});
	refusals.set('extend', [new Error('socket hang up')]);
	waiting.push(event(1));
	const consumer = consumeEvents(means);
	await turns(30);
	finish();
	await consumer.stop();
	expect(log).toContain('extend 1');
	expect(log.at(-1)).toBe('done 1');
});

test('a stop waits for the runs in hand and claims nothing more', async () => {
	const { means, waiting, log } = world({
		run: async () => {
			await turns(5);
			return success;
		},
		sleep: async () => await turns(200),
	});
	waiting.push(event(1));
	const consumer = consumeEvents(means);
	await turns(4);
	const stopped = consumer.stop();
	waiting.push(event(2));
	await stopped;
	expect(log).toEqual(['claim 1 of 2', 'done 1']);
});
