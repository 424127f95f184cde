import type { Accountability } from '@directus/types';
import { AlreadyAcknowledgedError, NotFoundError, NothingToAcknowledgeError } from '../../errors/errors.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { readSettings } from '../../settings/Settings.ts';
import { requireCityOffice } from './requireCityOffice.ts';
import type { Row } from '../../runtime/Row.ts';

/** Who confirmed a major hazard, and when. */
export interface Acknowledgement {
  readonly acknowledged_by: string;
  readonly acknowledged_at: string;
}

/**
 * Records that somebody of the city office has seen a major hazard, with the login they did it with; escalation ends with it, as with the mail's
 * link. The first one counts.
 * @throws for everybody but the city, for a hazard that is not a major one, and with the first one's name for the second
 */
export async function confirmInPanel(hazard: string, accountability: Accountability | null, { database }: Runtime): Promise<Acknowledgement> {
  const user = requireCityOffice(accountability);
  const [first] = await database('hazards')
    .where({ id: hazard, severity: 'major' })
    .whereNull('acknowledged_at')
    .update({ acknowledged_at: database.raw('zhudian_moment()'), acknowledged_by: await nameOf(user, database), acknowledged_login: user })
    .returning<{ acknowledged_by: string; acknowledged_at: Date }[]>(['acknowledged_by', 'acknowledged_at']);
  if (first) return { acknowledged_by: first.acknowledged_by, acknowledged_at: first.acknowledged_at.toISOString() };
  const { timezone } = await readSettings(database);
  const row: Pick<Row<'hazards', 'acknowledged_at'>, 'severity' | 'acknowledged_by' | 'acknowledged_at'> | undefined = await database('hazards')
    .where({ id: hazard })
    .first(
      'severity',
      'acknowledged_by',
      database.raw(`to_char(acknowledged_at AT TIME ZONE ?, 'YYYY"年"FMMM"月"FMDD"日" HH24:MI') AS acknowledged_at`, [timezone]),
    );
  if (!row) throw new NotFoundError({ what: `hazard ${hazard}` });
  if (row.severity !== 'major' || row.acknowledged_at === null) throw new NothingToAcknowledgeError();
  throw new AlreadyAcknowledgedError({ by: row.acknowledged_by ?? '', at: row.acknowledged_at });
}

async function nameOf(user: string, database: Runtime['database']): Promise<string> {
  const row: { name: string | null } = await database.first(database.raw('zhudian_actor_name(?) AS name', [user]));
  return (row.name ?? '').slice(0, 120);
}
