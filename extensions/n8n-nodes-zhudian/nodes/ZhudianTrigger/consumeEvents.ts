import { readFault } from '../shared/readFault.ts';
import { backOff } from './backOff.ts';
import type { ConsumerMeans } from './ConsumerMeans.ts';
import type { EventConsumer } from './EventConsumer.ts';
import { failureOf } from './failureOf.ts';
import type { OutboxEvent } from './OutboxEvent.ts';
import { settleEvent } from './settleEvent.ts';
import { shareOut } from './shareOut.ts';
import { watchRuns, type EventInHand } from './watchRuns.ts';

/** Milliseconds a stop waits for the runs in hand; n8n itself waits longer for them when it shuts down. */
const STOP_GRACE = 8_000;

/** Most events Directus hands out in one claim. */
const MOST_CLAIMED = 50;

/**
 * Claims events while there are free places, runs the workflow for them, and settles each by how its run ended. In a
 * storm several go into one run, since a run costs n8n more than the work of an event. An unreachable Directus is only
 * a pause: the loop ends by `stop` and by nothing else.
 */
export function consumeEvents(means: ConsumerMeans): EventConsumer {
	const { client, run, concurrency, eventsPerRun, sleep, now, random, log } = means;
	const closing = new AbortController();
	const isClosing = (): boolean => closing.signal.aborted;
	const closed = new Promise<void>((resolve) => {
		closing.signal.addEventListener('abort', () => resolve(), { once: true });
	});
	const inHand = new Map<OutboxEvent, EventInHand>();
	const waiting: OutboxEvent[][] = [];
	const runs = new Set<Promise<void>>();

	const handle = async (events: readonly OutboxEvent[]): Promise<void> => {
		const lost = Promise.withResolvers<string>();
		for (const event of events) {
			const held = inHand.get(event);
			if (held !== undefined) held.run = { since: now(), giveUp: lost.resolve };
		}
		const ended = run(events).then(failureOf, (error: unknown) => readFault(error).message);
		const failure = await Promise.race([ended, lost.promise]);
		for (const event of events) inHand.delete(event);
		await Promise.all(events.map(async (event) => await settleEvent(means, event, failure)));
	};

	const startWaiting = (): void => {
		for (const events of waiting.splice(0, concurrency - runs.size)) {
			const handled = handle(events).finally(() => runs.delete(handled));
			runs.add(handled);
		}
	};

	const claimOnce = async (): Promise<void> => {
		const places = concurrency - runs.size;
		const events = await client.claim(Math.min(places * eventsPerRun, MOST_CLAIMED), closing.signal);
		for (const event of events) inHand.set(event, { extendedAt: now(), run: null });
		waiting.push(...shareOut(events, places));
		startWaiting();
	};

	const claimAlways = async (): Promise<void> => {
		let failures = 0;
		while (!isClosing()) {
			if (runs.size >= concurrency) {
				await Promise.race(runs);
				startWaiting();
				continue;
			}
			try {
				await claimOnce();
				if (failures > 0) log.info(`Directus answers again after ${failures} attempts`);
				failures = 0;
			} catch (error) {
				if (isClosing()) return;
				failures += 1;
				const pause = backOff(failures, random());
				log.warn(`No events from Directus (${readFault(error).message}); next attempt in ${pause} ms`);
				await Promise.race([sleep(pause), closed]);
			}
		}
	};

	const claiming = claimAlways();
	void watchRuns(means, inHand, () => isClosing() && runs.size === 0);

	return {
		async stop() {
			closing.abort();
			const settled = claiming.then(async () => await Promise.all(runs));
			await Promise.race([settled, sleep(STOP_GRACE)]);
		},
	};
}
