const FIRST = 250;
const LONGEST = 5_000;

/**
 * Milliseconds to wait after the n-th failure in a row (1, 2, …): doubling from a quarter of a second to 5 s, half
 * of it random, so that several consumers do not return at the same moment to a server that has just come up.
 */
export function backOff(failures: number, random: number): number {
	const full = Math.min(LONGEST, FIRST * 2 ** (failures - 1));
	return Math.round(full * (0.5 + random / 2));
}
