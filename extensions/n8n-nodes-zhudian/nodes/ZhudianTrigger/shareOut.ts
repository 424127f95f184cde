import type { OutboxEvent } from './OutboxEvent.ts';

/**
 * The runs that claimed events go into: spread evenly over the free places, at least one of each. An event that was
 * tried before gets a run of its own, last, so that one which cannot succeed fails no other.
 */
export function shareOut(events: readonly OutboxEvent[], places: number): OutboxEvent[][] {
	const fresh = events.filter(({ attempts }) => attempts <= 1);
	const again = events.filter(({ attempts }) => attempts > 1);
	const size = Math.max(1, Math.ceil(fresh.length / places));
	const runs = Array.from({ length: Math.ceil(fresh.length / size) }, (_, index) =>
		fresh.slice(index * size, (index + 1) * size),
	);
	return [...runs, ...again.map((event) => [event])];
}
