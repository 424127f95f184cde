import { readAcknowledgeToken, type TokenReading } from '@zhudian/core/acknowledgement/AcknowledgeToken.ts';
import { signerFault } from '@zhudian/core/acknowledgement/signerFault.ts';
import { normalLine } from '@zhudian/core/text/normalText.ts';
import { raisedMillisSql } from '../raisedMillisSql.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { now } from '../../clock/now.ts';
import { readSettings } from '../../settings/Settings.ts';
import { acknowledgeDigest } from '../../mail/acknowledgeDigest.ts';
import type { AcknowledgeView } from './AcknowledgeView.ts';

type Shown = Omit<Extract<AcknowledgeView, { title: string }>, 'kind' | 'sent_to' | 'fault' | 'typed'>;

/** What a link shows. Looking changes nothing: mail scanners follow links. */
export async function viewAcknowledgement(token: string, runtime: Runtime): Promise<AcknowledgeView> {
  return await view(await read(token, runtime), runtime);
}

/**
 * Records who confirmed, when, by whose link and from where; the first one stands, and only for the raise that the link was sent for.
 *
 * @param from the network address of who confirms
 */
export async function confirmAcknowledgement(token: string, name: string, from: string | null, runtime: Runtime): Promise<AcknowledgeView> {
  const reading = await read(token, runtime);
  const shown = await view(reading, runtime);
  if (shown.kind !== 'open' || reading.kind !== 'good') return shown;
  const trimmed = normalLine(name).trim();
  const fault = signerFault(trimmed);
  if (fault) return { ...shown, fault, typed: trimmed };
  const { hazard, raised, sent } = reading.claim;
  await runtime
    .database('hazards')
    .where({ id: hazard })
    .whereNull('acknowledged_at')
    .whereRaw(`${raisedMillisSql('hazards')} = coalesce(?, ${raisedMillisSql('hazards')})`, [raised === null ? null : String(raised)])
    .update({
      acknowledged_at: runtime.database.raw('zhudian_moment()'),
      acknowledged_by: trimmed,
      acknowledged_link: sent?.to ?? null,
      acknowledged_from: from,
    });
  return await view(reading, runtime);
}

async function read(token: string, { config, database }: Runtime): Promise<TokenReading> {
  return readAcknowledgeToken(token, acknowledgeDigest(config), (await now(database)).getTime() / 1000);
}

async function view(reading: TokenReading, { database }: Runtime): Promise<AcknowledgeView> {
  if (reading.kind === 'forged') return { kind: 'invalid' };
  if (reading.kind === 'expired') return { kind: 'expired' };
  const { timezone } = await readSettings(database);
  const row: (Shown & { readonly raised: string | null; readonly disputed: Date | null }) | undefined = await database('hazards as h')
    .join('enterprises as e', 'e.id', 'h.enterprise')
    .leftJoin('counties as c', 'c.id', 'h.county')
    .where('h.id', reading.claim.hazard)
    .first(
      'h.title',
      'h.description',
      'h.place',
      'e.name as enterprise',
      'c.name as county',
      'h.acknowledged_by',
      'h.acknowledge_disputed_at as disputed',
      database.raw('h.acknowledged_login IS NOT NULL AS in_system'),
      database.raw('h.found_on::text'),
      database.raw('h.deadline::text'),
      database.raw(`${raisedMillisSql('h')} AS raised`),
      database.raw(`to_char(h.acknowledged_at AT TIME ZONE ?, 'YYYY"年"FMMM"月"FMDD"日" HH24:MI') AS acknowledged_at`, [timezone]),
    );
  if (!row) return { kind: 'invalid' };
  const { raised, disputed, ...shown } = row;
  const { claim } = reading;
  if (raised === null || (claim.raised !== null && raised !== String(claim.raised))) return { kind: 'superseded' };
  if (disputed && (claim.sent?.at ?? 0) <= disputed.getTime()) return { kind: 'disputed' };
  return { ...shown, kind: shown.acknowledged_at ? 'done' : 'open', sent_to: claim.sent?.to ?? null, fault: null, typed: '' };
}
