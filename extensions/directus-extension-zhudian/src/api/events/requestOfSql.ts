/** Topics whose events are requests of people: a row of `documents` waits for them. */
export const REQUEST_TOPICS = ['document.requested', 'document.batch', 'period.changed', 'report.submitted'] as const;

/** SQL for the request that an event of the outbox is to answer, as a text; null where nobody asked. */
export const requestOfSql = (outbox: string): string =>
  `CASE WHEN ${outbox}.topic IN ('document.requested', 'document.batch') THEN ${outbox}.subject
        WHEN ${outbox}.topic IN ('period.changed', 'report.submitted') THEN ${outbox}.payload->>'request' END`;
