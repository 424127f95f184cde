import { randomUUID } from 'node:crypto';
import { isConfirmed } from '@zhudian/core/mail/isConfirmed.ts';
import { majorHazardMailFaults, type NamedHazard } from '@zhudian/core/mail/majorHazardMailFaults.ts';
import type { MailRequest } from '@zhudian/core/mail/MailRequest.ts';
import { testMail } from '@zhudian/core/mail/testMail.ts';
import { IncompleteMailError, NotConfiguredError } from '../errors/errors.ts';
import type { Runtime } from '../runtime/Runtime.ts';
import { readSettings } from '../settings/Settings.ts';
import { enqueueMail, type EnqueuedMail } from './enqueueMail.ts';

/**
 * Takes a mail that a workflow composed. One about a major hazard that does not say which, or cannot be confirmed, is refused: its event stays open,
 * and the watchdog composes the mail in its place. That of a run which somebody tries goes to the operations address alone.
 */
export async function takeMail(mail: MailRequest, isTest: boolean, runtime: Runtime): Promise<EnqueuedMail> {
  await requireWhole(mail, runtime);
  if (!isTest) return await enqueueMail(mail, 'n8n', runtime);
  const { operations_email } = await readSettings(runtime.database);
  if (!operations_email) throw new NotConfiguredError({ what: '运维邮箱（测试邮件只发到那里）' });
  return await enqueueMail(testMail(mail, { key: `test:${randomUUID()}`, to: operations_email }), 'n8n', runtime);
}

async function requireWhole(mail: MailRequest, { database }: Runtime): Promise<void> {
  if (!isConfirmed(mail) || !mail.hazard) return;
  const hazard = await database('hazards as h')
    .join('enterprises as e', 'e.id', 'h.enterprise')
    .where('h.id', mail.hazard)
    .first<NamedHazard | undefined>('h.id', 'h.title', 'e.name as enterprise');
  const faults = hazard ? majorHazardMailFaults(mail, hazard) : [];
  if (faults.length > 0) throw new IncompleteMailError({ faults });
}
