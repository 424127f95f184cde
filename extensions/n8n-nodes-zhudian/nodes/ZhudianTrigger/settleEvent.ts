import { readFault } from '../shared/readFault.ts';
import { backOff } from './backOff.ts';
import type { ConsumerMeans } from './ConsumerMeans.ts';
import type { OutboxEvent } from './OutboxEvent.ts';

/** The lease is 60 s; once it is over somebody else may hold the event, and there is nothing left to say. */
const LEASE = 60_000;

/** Nobody else's answer will differ: refused for good, as opposed to not reached or not let in just now. */
const isFinal = (status: number | null): boolean => status !== null && [400, 404, 409, 410, 422].includes(status);

/** Tells Directus how the run ended, again and again while the lease may still hold. Never rejects. */
export async function settleEvent(
	{ client, sleep, now, random, log }: ConsumerMeans,
	event: OutboxEvent,
	failure: string | null,
): Promise<void> {
	const giveUpAt = now() + LEASE;
	for (let failures = 1; ; failures += 1) {
		try {
			await (failure === null ? client.done(event) : client.failed(event, failure));
			return;
		} catch (error) {
			const { status, code, message } = readFault(error);
			const pause = backOff(failures, random());
			if (isFinal(status) || now() + pause > giveUpAt) {
				log.warn(
					`Event ${event.seq} not settled (${code ?? status ?? 'no answer'}): ${message}. It will be delivered again.`,
				);
				return;
			}
			await sleep(pause);
		}
	}
}
