/** SQL for the seconds since a moment; where the clock was set back since, it counts as long ago, not as never. */
export const secondsSinceSql = (moment: string): string => `abs(extract(epoch FROM now() - ${moment}))::float8`;
