import { missing } from '../events/missing.ts';
import type { Outcome } from '../events/Outcome.ts';
import { filedCompilation } from './filedCompilation.ts';

/**
 * A month's compilation is filed as its reports are now, or it is not its time and nobody asked, or a later event will see to it. Whoever asked
 * finds the filed document in the row of their request.
 */
export const compilationOutcome: Outcome = async ({ seq, payload }, { database }) => {
  const { period, asked, request } = payload as { period: string; asked?: boolean; request?: string };
  const { gathered, filename, filed } = await filedCompilation(period, database);
  if (!gathered.ready && asked !== true) return null;
  if (filed) {
    if (request) {
      const answer = { status: 'ready' as const, title: filename, file: filed.file, template_version: filed.template_version, error: null };
      await database('documents').where({ id: request, kind: 'city_report' }).whereIn('status', ['requested', 'failed']).update(answer);
    }
    return null;
  }
  const later: unknown = await database('outbox')
    .where({ topic: 'period.changed' })
    .whereNull('done_at')
    .where('seq', '>', seq)
    .whereRaw("payload->>'period' = ?", [period])
    .first('id');
  if (later && !request) return null;
  return missing(`${period} 的全市汇总没有归档`, '“归档汇总材料”“归档汇总表”节点');
};
