import { withoutLinks } from '../acknowledgement/confirmationLink.ts';
import { escapeHtml } from '../text/escapeHtml.ts';
import type { MailRequest } from './MailRequest.ts';

const LINK = '测试邮件，此处的签收链接无效';

/**
 * The mail of a run that a maintainer tries, as it goes to the operations address: it says that it is a test and to whom the real one would go. It
 * confirms nothing, belongs to no hazard and notes no reminder.
 *
 * @param key of its own, so that the mail of the real run does not find this one in its place
 */
export function testMail(mail: MailRequest, { key, to }: { readonly key: string; readonly to: string }): MailRequest {
  const real = `收件人：${mail.to.join('、')}${mail.cc.length > 0 ? `；抄送：${mail.cc.join('、')}` : ''}`;
  const said = `测试运行，只发到运维邮箱。正式运行时${real}`;
  const dead = (html: string): string => (mail.hazard ? withoutLinks(html, mail.hazard, LINK) : html);
  return {
    ...mail,
    key,
    kind: 'operations',
    hazard: undefined,
    reminders: [],
    to: [to],
    cc: [],
    subject: `【测试】${mail.subject}`.slice(0, 400),
    html: `<p style="border:2px solid #b45309;padding:8px 12px;color:#b45309">${escapeHtml(said)}</p>\n${dead(mail.html)}`,
    text: mail.text ? `${said}\n\n${dead(mail.text)}` : mail.text,
  };
}
