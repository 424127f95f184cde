import { readFault } from '../shared/readFault.ts';
import type { ConsumerMeans } from './ConsumerMeans.ts';
import type { OutboxEvent } from './OutboxEvent.ts';

/** Half the lease of 60 s: a failed extension can be tried again before the lease is over. */
const EXTEND_AFTER = 30_000;
const LOOK_EVERY = 5_000;

/** Extends the leases of runs that take long, until `isOver` says so. Never rejects. */
export async function keepLeases(
	{ client, sleep, now, log }: ConsumerMeans,
	running: ReadonlyMap<OutboxEvent, number>,
	isOver: () => boolean,
): Promise<void> {
	const extendedAt = new WeakMap<OutboxEvent, number>();
	const extendIfDue = async ([event, startedAt]: readonly [OutboxEvent, number]): Promise<void> => {
		if (now() - (extendedAt.get(event) ?? startedAt) < EXTEND_AFTER) return;
		try {
			await client.extend(event);
			extendedAt.set(event, now());
		} catch (error) {
			log.warn(`Lease of event ${event.seq} not extended: ${readFault(error).message}`);
		}
	};
	while (!isOver()) {
		await sleep(LOOK_EVERY);
		await Promise.all([...running].map(extendIfDue));
	}
}
