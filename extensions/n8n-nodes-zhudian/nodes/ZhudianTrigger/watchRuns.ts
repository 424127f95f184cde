import { readFault } from '../shared/readFault.ts';
import type { ConsumerMeans } from './ConsumerMeans.ts';
import type { OutboxEvent } from './OutboxEvent.ts';

/** Half the lease of 60 s: a failed extension can be tried again before the lease is over. */
const EXTEND_AFTER = 30_000;
const LOOK_EVERY = 5_000;

/** A run that was started and has not been heard of since. */
export interface RunInHand {
	/** Milliseconds, as `now` tells them. */
	readonly since: number;
	/** Ends it with a reason, whatever becomes of it. */
	readonly giveUp: (reason: string) => void;
}

/** Extends the leases of runs that take long, and gives up those that take longer than any can, until `isOver` says so. Never rejects. */
export async function watchRuns(
	{ client, sleep, now, longestRun, log }: ConsumerMeans,
	running: ReadonlyMap<OutboxEvent, RunInHand>,
	isOver: () => boolean,
): Promise<void> {
	const extendedAt = new WeakMap<OutboxEvent, number>();
	const look = async ([event, { since, giveUp }]: readonly [OutboxEvent, RunInHand]): Promise<void> => {
		if (now() - since > longestRun) {
			giveUp(`n8n has not told how the run ended within ${longestRun / 1000} s`);
			return;
		}
		if (now() - (extendedAt.get(event) ?? since) < EXTEND_AFTER) return;
		try {
			await client.extend(event);
			extendedAt.set(event, now());
		} catch (error) {
			log.warn(`Lease of event ${event.seq} not extended: ${readFault(error).message}`);
		}
	};
	while (!isOver()) {
		await sleep(LOOK_EVERY);
		await Promise.all([...running].map(look));
	}
}
