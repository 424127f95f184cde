import type { Accountability } from '@directus/types';
import { reasonFaults } from '@zhudian/core/states/stepFaults.ts';
import { NotAcknowledgedError, NotFoundError } from '../../errors/errors.ts';
import { throwFaults } from '../../errors/fieldFaults.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { requireCityOffice } from './requireCityOffice.ts';
import type { Row } from '../../runtime/Row.ts';

const WORDS = { kind: 'hazard', states: {}, reasons: { reason: '异议理由' } };

/**
 * Takes a confirmation back that the city office says was not its own. The links sent until now are worth nothing from here on, everybody is
 * written to at once, and the escalation runs on. Who had confirmed, by whose link and from where stays in the history.
 * @throws for everybody but the city, without a reason, and when nobody has confirmed
 */
export async function disputeAcknowledgement(
  hazard: string,
  reason: unknown,
  accountability: Accountability | null,
  { database }: Runtime,
): Promise<{ readonly disputed: true }> {
  const user = requireCityOffice(accountability);
  throwFaults('hazards', reasonFaults(WORDS, 'reason', reason));
  await database.transaction(async (trx) => {
    const row: Row<'hazards', 'acknowledged_at'> | undefined = await trx('hazards')
      .where({ id: hazard, severity: 'major' })
      .forUpdate()
      .first('status', 'acknowledged_by', 'acknowledged_link', 'acknowledged_from', trx.raw('acknowledged_at::text'));
    if (!row) throw new NotFoundError({ what: `hazard ${hazard}` });
    if (row.acknowledged_at === null) throw new NotAcknowledgedError();
    const traces = [
      row.acknowledged_link && `使用发给 ${row.acknowledged_link} 的链接`,
      row.acknowledged_from && `网络地址 ${row.acknowledged_from}`,
    ].filter(Boolean);
    const before = `原签收人：${row.acknowledged_by ?? ''}${traces.length > 0 ? `（${traces.join('，')}）` : ''}`;
    await trx('hazards')
      .where({ id: hazard })
      .update({
        acknowledged_at: null,
        acknowledged_by: null,
        acknowledged_login: null,
        acknowledged_link: null,
        acknowledged_from: null,
        acknowledge_disputed_at: trx.raw('zhudian_moment()'),
      });
    await trx('hazard_events').insert({
      id: trx.raw('gen_random_uuid()'),
      hazard,
      at: trx.raw('zhudian_moment()'),
      actor: user,
      from: row.status,
      to: row.status,
      note: `对签收提出异议：${String(reason).trim()}。${before}`,
      date_created: trx.raw('zhudian_moment()'),
    });
    await trx.raw(
      `SELECT zhudian_emit('hazard.unacknowledged:' || id || ':' || floor(extract(epoch FROM acknowledge_disputed_at) * 1000)::bigint || ':disputed',
        'hazard.unacknowledged', id, json_build_object('step', 1, 'to', '[]'::json)) FROM hazards WHERE id = ?`,
      [hazard],
    );
  });
  return { disputed: true };
}
