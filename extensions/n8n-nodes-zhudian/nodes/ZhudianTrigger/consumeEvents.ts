import { readFault } from '../shared/readFault.ts';
import { backOff } from './backOff.ts';
import type { ConsumerMeans } from './ConsumerMeans.ts';
import type { EventConsumer } from './EventConsumer.ts';
import { failureOf } from './failureOf.ts';
import type { OutboxEvent } from './OutboxEvent.ts';
import { settleEvent } from './settleEvent.ts';
import { watchRuns, type RunInHand } from './watchRuns.ts';

/** Milliseconds a stop waits for the runs in hand; n8n itself waits longer for them when it shuts down. */
const STOP_GRACE = 8_000;

/**
 * Claims events while there are free places, runs the workflow for each, and settles it by how the run ended. An
 * unreachable Directus is only a pause: the loop ends by `stop` and by nothing else.
 */
export function consumeEvents(means: ConsumerMeans): EventConsumer {
	const { client, run, concurrency, sleep, now, random, log } = means;
	const closing = new AbortController();
	const isClosing = (): boolean => closing.signal.aborted;
	const closed = new Promise<void>((resolve) => {
		closing.signal.addEventListener('abort', () => resolve(), { once: true });
	});
	const running = new Map<OutboxEvent, RunInHand>();
	const inHand = new Set<Promise<void>>();

	const handle = async (event: OutboxEvent): Promise<void> => {
		const lost = Promise.withResolvers<string>();
		running.set(event, { since: now(), giveUp: lost.resolve });
		const ended = run(event).then(failureOf, (error: unknown) => readFault(error).message);
		const failure = await Promise.race([ended, lost.promise]);
		running.delete(event);
		await settleEvent(means, event, failure);
	};

	const start = (event: OutboxEvent): void => {
		const handled = handle(event).finally(() => inHand.delete(handled));
		inHand.add(handled);
	};

	const claimOnce = async (): Promise<void> => {
		const events = await client.claim(concurrency - inHand.size, closing.signal);
		events.forEach(start);
	};

	const claimAlways = async (): Promise<void> => {
		let failures = 0;
		while (!isClosing()) {
			if (inHand.size >= concurrency) {
				await Promise.race(inHand);
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
	void watchRuns(means, running, () => isClosing() && running.size === 0);

	return {
		async stop() {
			closing.abort();
			const settled = claiming.then(async () => await Promise.all(inHand));
			await Promise.race([settled, sleep(STOP_GRACE)]);
		},
	};
}
