/** Hazards that nobody has put right. */
export const UNFINISHED = { status: { _in: ['open', 'rectifying'] } };

/** Hazards that somebody says are put right, and nobody else has seen. */
export const TO_VERIFY = { status: { _eq: 'rectified' } };

/** Unfinished ones whose day is over. */
export const overdueOn = (today: string): object => ({ _and: [UNFINISHED, { deadline: { _lt: today } }] });
