import { expect, test } from 'vitest';

import { toItem } from './toItem.ts';

test('keeps the claim and its lease out of the workflow', () => {
	const event = {
		seq: '7',
		key: 'hazard.major:h',
		topic: 'hazard.major',
		subject: 'h',
		payload: { step: 0 },
		created_at: '2026-11-23T00:00:00Z',
		attempts: 1,
	};
	expect(toItem({ ...event, claim: 'c', lease_until: 'later' })).toEqual({ json: event });
});
