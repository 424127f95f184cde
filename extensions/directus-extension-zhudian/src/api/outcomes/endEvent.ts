import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import { subjectOf } from '../documents/DocumentSubject.ts';
import { requestTitle } from '../documents/requests/documentRequests.ts';
import type { Requested } from '../documents/requests/Requested.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import type { HeldEvent } from '../events/OutboxEvent.ts';

/**
 * Ends an event that cannot succeed: it is closed with the reason, and the row that people look at says it, where there is one — a request, the
 * city's compilations, the documents of a report. What is told nowhere else stands in the outbox, and `/zhudian/health` names it.
 */
export async function endEvent(event: HeldEvent, reason: string, { database, logger }: Runtime): Promise<void> {
  const { seq, topic, subject } = event;
  const { request, period } = event.payload as { request?: string; period?: string };
  const asked = topic.startsWith('document.') ? subject : request;
  const failed = { status: 'failed' as const, error: reason, date_updated: database.fn.now() };
  await database.transaction(async (trx) => {
    await trx('outbox').where({ seq }).update({ done_at: trx.fn.now(), error: reason });
    if (asked) {
      await trx('documents').where({ id: asked, status: 'requested' }).update(failed);
      return;
    }
    const shown = shownAs(topic, subject, period);
    if (!shown) return;
    // One such row is enough, however often it fails.
    const { title, ...about } = shown;
    const told = await trx('documents')
      .where({ ...about, status: 'failed' })
      .update(failed);
    if (told === 0)
      await trx('documents').insert({
        id: trx.raw('gen_random_uuid()'),
        date_created: trx.fn.now(),
        ...about,
        title,
        status: 'failed',
        error: reason,
      });
  });
  logger.error(`zhudian: event ${seq} (${topic}) is given up: ${reason}`);
}

/** The row of `documents` at which people see that something was not made that nobody had asked for. */
function shownAs(topic: string, subject: string, period: string | undefined): (Requested & { title: string }) | null {
  if (topic === 'period.changed' && period) {
    const about: Requested = { kind: 'city_report', ...subjectOf({ period }) };
    return { ...about, title: requestTitle(about) };
  }
  if (topic !== 'report.submitted') return null;
  return {
    kind: 'statistics',
    ...subjectOf({ monthly_report: subject, period }),
    title: `${DOCUMENT_NAMES.county_report}、${DOCUMENT_NAMES.statistics}`,
  };
}
