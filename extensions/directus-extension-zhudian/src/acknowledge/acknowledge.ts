import { createHmac } from 'node:crypto';
import { readAcknowledgeToken } from '@zhudian/core/acknowledgement/AcknowledgeToken.ts';
import { plainTextFault } from '@zhudian/core/text/plainTextFault.ts';
import type { Runtime } from '../Runtime.ts';
import { readSettings } from '../settings/Settings.ts';
import type { AcknowledgeView } from './AcknowledgeView.ts';

/** What a link shows. Looking changes nothing: mail scanners follow links. */
export async function viewAcknowledgement(token: string, runtime: Runtime): Promise<AcknowledgeView> {
  const { config, database } = runtime;
  const digest = (text: string): string => createHmac('sha256', config.ZHUDIAN_ACKNOWLEDGE_SECRET).update(text).digest('base64url');
  const reading = readAcknowledgeToken(token, digest, Date.now() / 1000);
  if (reading.kind === 'forged') return { kind: 'invalid' };
  if (reading.kind === 'expired') return { kind: 'expired' };
  const { timezone } = await readSettings(database);
  const row: (Omit<Extract<AcknowledgeView, { title: string }>, 'kind' | 'fault'> & { readonly major_since: Date | null }) | undefined =
    await database('hazards as h')
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
        'h.major_since',
        database.raw('h.found_on::text'),
        database.raw('h.deadline::text'),
        database.raw(`to_char(h.acknowledged_at AT TIME ZONE ?, 'YYYY"年"FMMM"月"FMDD"日" HH24:MI') AS acknowledged_at`, [timezone]),
      );
  if (!row) return { kind: 'invalid' };
  const { major_since, ...facts } = row;
  if (major_since?.getTime() !== reading.claim.raised) return { kind: 'superseded' };
  return { ...facts, kind: facts.acknowledged_at ? 'done' : 'open', fault: null };
}

/** Records who confirmed and when; the first one stands. */
export async function confirmAcknowledgement(token: string, name: string, runtime: Runtime): Promise<AcknowledgeView> {
  const view = await viewAcknowledgement(token, runtime);
  if (view.kind !== 'open') return view;
  const trimmed = name.trim();
  const fault = trimmed.length < 2 ? '请填写签收人姓名（至少 2 个字）' : plainTextFault(trimmed, '签收人姓名', 40);
  if (fault) return { ...view, fault };
  const hazard = token.slice(0, 36);
  await runtime
    .database('hazards')
    .where({ id: hazard })
    .whereNull('acknowledged_at')
    .update({ acknowledged_at: runtime.database.fn.now(), acknowledged_by: trimmed });
  return await viewAcknowledgement(token, runtime);
}
