import { majorHazardFilename } from '@zhudian/core/documents/majorHazardFilename.ts';
import { majorHazardMail } from '@zhudian/core/hazards/majorHazardMail.ts';
import { MailRequest } from '@zhudian/core/mail/MailRequest.ts';
import { subjectOf } from '../documents/DocumentSubject.ts';
import { storeDocument } from '../documents/requests/storeDocument.ts';
import { gatherFacts } from '../hazards/gatherFacts.ts';
import { enqueueMail } from '../mail/enqueueMail.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import type { UnhandedEvent } from './openEvents.ts';
import { noteHandoverFault } from './noteHandoverFault.ts';
import { renderReport } from './renderReport.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Composes and hands over one report that n8n did not. The key is the event's own: should n8n come back in the same
 * moment, one of the two finds the other's mail there. The event stays open for n8n, which then closes it.
 */
export async function reportWithoutN8n(event: UnhandedEvent, runtime: Runtime): Promise<void> {
  const { database, logger } = runtime;
  const facts = await gatherFacts(event.subject, event, runtime);
  if (!facts) {
    await database('outbox').where({ seq: event.seq }).update({ done_at: database.fn.now(), error: '隐患记录已被删除，无法通报' });
    logger.error(`zhudian: event ${event.seq} speaks of hazard ${event.subject}, which is gone`);
    return;
  }
  const report = await renderReport(facts, runtime);
  const filename = majorHazardFilename(facts);
  const { subject, text, html } = majorHazardMail(facts);
  const mail = MailRequest.parse({
    key: event.key,
    kind: event.topic === 'hazard.major' ? 'major_hazard' : 'unacknowledged',
    hazard: facts.hazard.id,
    to: facts.recipients.to,
    cc: facts.recipients.cc,
    subject,
    text,
    html,
    attachments: report ? [{ filename, content_type: DOCX, content: report.content.toString('base64') }] : [],
  });
  const { created } = await enqueueMail(mail, 'watchdog', runtime);
  if (!created) return;
  logger.warn(`zhudian: n8n did not hand over event ${event.seq} in time; the watchdog composed its mail`);
  await noteHandoverFault(event.seq, database);
  if (!report) return;
  try {
    await storeDocument(
      {
        request: null,
        kind: 'major_hazard_report',
        about: subjectOf({ hazard: facts.hazard.id }),
        filename,
        template_version: report.version,
        content: report.content,
      },
      runtime,
    );
  } catch (error) {
    logger.error(error, `zhudian: the report of hazard ${facts.hazard.id} was mailed but could not be filed`);
  }
}
