import { readFault } from '../shared/readFault.ts';
import type { ConsumerMeans } from './ConsumerMeans.ts';
import type { OutboxEvent } from './OutboxEvent.ts';

/** Half the lease of 60 s: a failed extension can be tried again before the lease is over. */
const EXTEND_AFTER = 30_000;
const LOOK_EVERY = 5_000;

/** An event that is claimed and not settled. */
export interface EventInHand {
	/** When its lease began or was last extended; milliseconds, as `now` tells them. */
	extendedAt: number;
	/** The run it went into and that has not been heard of since; null while it waits for a place. */
	run: RunInHand | null;
}

export interface RunInHand {
	/** Milliseconds, as `now` tells them. */
	readonly since: number;
	/** Ends it with a reason, whatever becomes of it. */
	readonly giveUp: (reason: string) => void;
}

/** Extends the leases of what takes long, and gives up runs that take longer than any can, until `isOver` says so. Never rejects. */
export async function watchRuns(
	{ client, sleep, now, longestRun, log }: ConsumerMeans,
	inHand: ReadonlyMap<OutboxEvent, EventInHand>,
	isOver: () => boolean,
): Promise<void> {
	const look = async ([event, held]: readonly [OutboxEvent, EventInHand]): Promise<void> => {
		if (held.run !== null && now() - held.run.since > longestRun) {
			held.run.giveUp(`n8n has not told how the run ended within ${longestRun / 1000} s`);
			return;
		}
		if (now() - held.extendedAt < EXTEND_AFTER) return;
		try {
			await client.extend(event);
			held.extendedAt = now();
		} catch (error) {
			log.warn(`Lease of event ${event.seq} not extended: ${readFault(error).message}`);
		}
	};
	while (!isOver()) {
		await sleep(LOOK_EVERY);
		await Promise.all([...inHand].map(look));
	}
}
