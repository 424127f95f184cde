import { createHash } from 'node:crypto';
import { MailRequest } from '@zhudian/core/mail/MailRequest.ts';
import { escapeHtml } from '@zhudian/core/text/escapeHtml.ts';
import { enqueueMail } from '../../mail/enqueueMail.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { readSettings } from '../../settings/Settings.ts';
import type { Watched } from './Watched.ts';

/** Writes to the operations address what the robot says, by the system's own way, without n8n; at most once an hour about the same thing. */
export async function mailOperations({ key, isTrouble, text, subject, about = '' }: Watched, runtime: Runtime): Promise<void> {
  if (subject === undefined) return;
  const { operations_email } = await readSettings(runtime.database);
  if (!operations_email) return;
  const mail = MailRequest.parse({
    key: `operations:${key}:${isTrouble ? 'trouble' : 'clear'}:${new Date().toISOString().slice(0, 13)}${about === '' ? '' : `:${digest(about)}`}`,
    kind: 'operations',
    to: [operations_email],
    subject: `【运行${isTrouble ? '故障' : '恢复'}】${subject}`,
    html: text
      .split('\n')
      .map((line) => `<p style="margin:0 0 8px;font-size:15px;line-height:1.7">${escapeHtml(line)}</p>`)
      .join('\n'),
    text,
  });
  await enqueueMail(mail, 'watchdog', runtime);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
