/** A quarter as it is written, its year and its number: `2026-Q4`. */
export const QUARTER = /^(20\d{2})-Q([1-4])$/;
