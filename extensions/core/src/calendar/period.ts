/** A month as it is written: `2026-11`. */
export const PERIOD = /^20\d{2}-(0[1-9]|1[0-2])$/;
