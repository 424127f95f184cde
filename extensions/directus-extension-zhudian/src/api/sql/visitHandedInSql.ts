import { HANDED_IN } from '@zhudian/core/visits/isHandedIn.ts';

const STATES = HANDED_IN.map((state) => `'${state}'`).join(', ');

/** Whether a visit is in and did not come back. */
export const visitHandedInSql = (visit: string): string => `${visit}.status IN (${STATES})`;
