import { HANDED_IN } from '@zhudian/core/reports/isHandedIn.ts';

const STATES = HANDED_IN.map((state) => `'${state}'`).join(', ');

/** Whether a monthly report is with the city. */
export const reportHandedInSql = (report: string): string => `${report}.status IN (${STATES})`;
