import { evaluationRequests } from '../evaluations/evaluationRequests.ts';
import { readReminders } from '../reminders/readReminders.ts';
import { compilationOutcome } from '../reports/compilationOutcome.ts';
import { submittedOutcome } from '../reports/submittedOutcome.ts';
import { now } from '../clock/now.ts';
import { missing } from '../events/missing.ts';
import type { Outcome } from '../events/Outcome.ts';

const mailed: Outcome = async ({ key }, { database }) =>
  (await database('deliveries').where({ key }).first('id'))
    ? null
    : missing('没有登记以本事件编号为 Key 的邮件，重大隐患未报出；系统会自行发出', '“发送正式邮件”节点');

const answered: Outcome = async ({ subject }, { database }) =>
  (await database('documents').where({ id: subject, status: 'requested' }).first('id'))
    ? missing('没有归档文书，也没有告知申请人原因', '“归档文书”“打包归档”“告知申请人原因”节点')
    : null;

/**
 * What an event is done by, for each topic: a run that succeeds has not always done it, since a workflow without its last node succeeds as well.
 * Topics that are not here are an office's own, and done when their run says so.
 */
export const OUTCOMES: Readonly<Partial<Record<string, Outcome>>> = {
  'hazard.major': mailed,
  'hazard.unacknowledged': mailed,
  'document.requested': answered,
  'document.batch': answered,
  'report.submitted': submittedOutcome,
  'period.changed': compilationOutcome,
  'report.returned': async ({ subject, payload }, { database }) => {
    const { submission } = payload as { submission?: number };
    const report: unknown = await database('monthly_reports')
      .where({ id: subject, submission: submission ?? null, status: 'returned' })
      .first('id');
    const mail: unknown =
      report &&
      (await database('deliveries')
        .where({ key: `report.returned:${subject}:${submission ?? ''}` })
        .first('id'));
    return !report || mail ? null : missing('没有登记告知县级的退回邮件', '“发送退回邮件”节点');
  },
  'report.draft': async ({ subject, payload }, { database }) => {
    const { period } = payload as { period?: string };
    const report: unknown = await database('monthly_reports')
      .where({ county: subject })
      .where('period', period ?? null)
      .first('id');
    const county: unknown = report ?? (await database('counties').where({ id: subject }).first('id'));
    return report || !county ? null : missing('没有保存月报初稿', '“保存初稿”节点');
  },
  'reminders.due': async (_, { database }) => {
    const { working, digests } = await readReminders(await now(database), database);
    return working && digests.length > 0 ? missing(`还有 ${digests.length} 人的提醒邮件没有登记`, '“发送提醒邮件”节点') : null;
  },
  'evaluations.due': async (_, runtime) => {
    const left = await evaluationRequests(runtime);
    return left.length > 0 ? missing(`还有 ${left.length} 个县（市、区）的评估邮件没有登记`, '“发送正式邮件”节点') : null;
  },
};
