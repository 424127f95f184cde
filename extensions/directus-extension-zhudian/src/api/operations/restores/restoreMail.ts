import { escapeHtml } from '@zhudian/core/text/escapeHtml.ts';
import { MailRequest } from '@zhudian/core/mail/MailRequest.ts';

export interface DoubtfulHazard {
  readonly id: string;
  readonly title: string;
  readonly enterprise: string;
  /** Whether a mail about it had gone out when the backup was made. */
  readonly reported: boolean;
}

interface RestoreNotice {
  readonly id: string;
  readonly backup_at: Date;
  readonly restored_at: Date;
  readonly to: readonly string[];
  readonly panel: string;
  readonly hazards: readonly DoubtfulHazard[];
}

const moment = (at: Date): string => at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });

/** The one mail a restored installation sends by itself: what is held, and what a person has to do. */
export function restoreMail({ id, backup_at, restored_at, to, panel, hazards }: RestoreNotice): MailRequest {
  const row = ({ id: hazard, title, enterprise, reported }: DoubtfulHazard): string =>
    `<li><a href="${escapeHtml(`${panel}/admin/content/hazards/${hazard}`)}">${escapeHtml(`${enterprise}：${title}`)}</a>（${
      reported ? '备份时已报送，尚无人确认' : '<b>备份时尚未报送，请立即核实</b>'
    }）</li>`;
  return MailRequest.parse({
    key: `restore:${id}`,
    kind: 'operations',
    to,
    subject: `【请立即核实】系统已从备份恢复，有 ${hazards.length} 项重大事故隐患的报送情况需要确认`,
    html: [
      `<p>系统于 ${moment(restored_at)} 恢复到 ${moment(backup_at)} 的备份。备份之后录入的内容不在系统中，需要补录。</p>`,
      '<p>恢复前的事项所产生的邮件已<b>暂停发送</b>，因为它们可能在备份之后已经发出。恢复之后新发现的重大事故隐患照常立即报送。</p>',
      hazards.length > 0 ? `<p>下列重大事故隐患请逐项核实：</p><ul>${hazards.map(row).join('')}</ul>` : '<p>没有需要核实的重大事故隐患。</p>',
      '<p>处理办法：在“邮件台账”中查看状态为“已放弃”的邮件；没有收到的，把状态改为“待发送”，立即发出。核实完毕后由运维人员结束暂停（见《安装与运维》“恢复”）。</p>',
    ].join('\n'),
  });
}
