import { missing } from '../events/missing.ts';
import type { Outcome } from '../events/Outcome.ts';
import type { Row } from '../runtime/Row.ts';

/**
 * A report that was handed in is told to the city, and its document and workbook are filed since; or it has gone on, and a later event sees to it.
 * Whoever asked for them again finds the workbook in the row of their request.
 */
export const submittedOutcome: Outcome = async ({ subject, payload, created_at }, { database }) => {
  const { submission, request } = payload as { submission?: number; request?: string };
  const report = await database('monthly_reports').where({ id: subject }).first('submission', 'xlsx');
  const { rows } = await database.raw<{ rows: [{ mailed: boolean; filed: number; title: string | null }] }>(
    `SELECT EXISTS (SELECT FROM deliveries WHERE key = :key) AS mailed, count(DISTINCT kind)::int AS filed, max(title) AS title FROM documents
     WHERE monthly_report = :subject AND kind IN ('county_report', 'statistics') AND status = 'ready' AND file IS NOT NULL
       AND greatest(date_created, date_updated) >= :since::timestamptz - interval '5 seconds'`,
    { key: `report.submitted:${subject}:${submission ?? ''}`, subject, since: created_at },
  );
  const [{ mailed, filed, title }] = rows;
  const answer = async (change: Partial<Row<'documents'>>): Promise<void> => {
    if (request) await database('documents').where({ id: request, kind: 'statistics' }).whereIn('status', ['requested', 'failed']).update(change);
  };
  if (!report || report.submission !== submission) {
    await answer({ status: 'failed', error: '月报已重新报送或删除，请在该月报中查看新的文书' });
    return null;
  }
  if (!mailed) return missing('没有登记报送邮件', '“发送报送邮件”节点');
  if (filed < 2) return missing('月报文书没有归档', '“归档月报”“归档统计表”节点');
  await answer({ status: 'ready', title, file: report.xlsx, error: null });
  return null;
};
