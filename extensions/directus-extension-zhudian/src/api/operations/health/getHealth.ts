import { setTimeout as sleep } from 'node:timers/promises';
import { countUnconfirmed } from '../../hazards/countUnconfirmed.ts';
import { NotConfiguredError } from '../../errors/errors.ts';
import { reasonOf } from '@zhudian/host/reasonOf.ts';
import { QUERY_TIMEOUT } from '../../runtime/queryTimeout.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { addressFaults } from './addressFaults.ts';
import { clockAhead } from '../../clock/clockAhead.ts';
import { readSettings } from '../../settings/Settings.ts';
import type { Health, PartHealth, PartStatus } from './Health.ts';
import { installedVersion } from './installedVersion.ts';
import { restore } from './restoreHealth.ts';
import { secondsSinceBeat } from './heartbeats.ts';
import { workflows } from './workflowHealth.ts';
import { secondsSinceSql } from '../../clock/secondsSinceSql.ts';

/** Seconds after which silence or delay is worth a word, and after which it is a fault. */
const LATE = { n8n: [60, 300], outbox: [60, 300], mail: [60, 600] } as const;

/** Asks every part how it is. One that cannot answer does not keep the others from being heard. */
export async function getHealth(runtime: Runtime): Promise<Health> {
  const parts = await Promise.all(
    [
      database,
      directus,
      settings,
      outbox,
      mail,
      confirmations,
      n8n,
      workflows,
      restore,
      ...((await clockAhead(runtime.database).catch(() => null)) ? [clock] : []),
    ].map(async (ask) => await withTimeout(ask(runtime)).catch(unreachable(ask.name))),
  );
  const status = parts.some((part) => part.status === 'error') ? 'error' : parts.some((part) => part.status === 'warn') ? 'warn' : 'ok';
  return { status, at: new Date().toISOString(), version: await installedVersion(runtime.database), parts };
}

/** A part that never answers must not keep the others from being heard, nor whoever asks from asking again. */
async function withTimeout(answer: Promise<PartHealth>): Promise<PartHealth> {
  const late = sleep(QUERY_TIMEOUT, undefined, { ref: false }).then(() => {
    throw new Error(`no answer within ${QUERY_TIMEOUT / 1000} s`);
  });
  return await Promise.race([answer, late]);
}

const unreachable =
  (part: string) =>
  (error: unknown): PartHealth => ({
    part: part as PartHealth['part'],
    status: 'error',
    message: reasonOf(error),
    unanswered: true,
  });

async function database({ database: knex }: Runtime): Promise<PartHealth> {
  const began = performance.now();
  const { rows } = await knex.raw<{ rows: { server_version: string }[] }>('SHOW server_version');
  return {
    part: 'database',
    status: 'ok',
    message: 'answers',
    version: rows[0]?.server_version ?? '',
    lag_seconds: 0,
    backlog: 0,
    detail: { milliseconds: Math.round(performance.now() - began) },
  };
}

async function directus({ services, getSchema, database: knex }: Runtime): Promise<PartHealth> {
  const accountability = { user: 'health', role: null, roles: [], admin: false, app: false, ip: null };
  const server = new services.ServerService({ schema: await getSchema(), knex, accountability });
  const { version } = (await server.serverInfo()) as { version: string };
  const fits = version.startsWith('11.');
  return {
    part: 'directus',
    status: fits ? 'ok' : 'error',
    message: fits ? 'answers' : `Directus ${version} is not supported: permission rules need Directus 11`,
    version,
  };
}

async function settings({ database: knex, config }: Runtime): Promise<PartHealth> {
  const read = await readSettings(knex).catch((error: unknown) => {
    if (error instanceof NotConfiguredError) return error;
    throw error;
  });
  // That is no answer missing but the worst one there is.
  if (read instanceof NotConfiguredError) return { part: 'settings', status: 'error', message: read.message };
  const { city_office_emails } = read;
  const { unusable, examples } = await addressFaults(read, knex, config);
  const faults = [...examples.city, ...examples.others, ...unusable];
  const said = `major hazards go to ${city_office_emails.length} address(es) of the city office`;
  return {
    part: 'settings',
    status: examples.city.length > 0 ? 'error' : faults.length > 0 ? 'warn' : 'ok',
    message: [said, ...faults].join('; '),
    ...(faults.length > 0 ? { faults, detail: { faults } } : {}),
  };
}

/** Heard of only while a rehearsal's clock is set. */
async function clock({ database: knex }: Runtime): Promise<PartHealth> {
  const ahead = await clockAhead(knex);
  return {
    part: 'clock',
    status: 'warn',
    message: `a rehearsal's clock is set (${ahead ?? 'no longer'}): rules about days and deadlines go by it; empty the table zhudian_clock when the rehearsal is over`,
  };
}

async function outbox({ database: knex }: Runtime): Promise<PartHealth> {
  const row: { open: number; oldest_seconds: number | null; failing: number } | undefined = await knex('outbox')
    .whereNull('done_at')
    .first(
      knex.raw('count(*)::int AS open'),
      knex.raw(`${secondsSinceSql('min(created_at)')} AS oldest_seconds`),
      knex.raw('count(*) FILTER (WHERE error IS NOT NULL)::int AS failing'),
    );
  // Of requests the row itself tells, to whoever asked.
  const ended = await knex('outbox')
    .whereNotNull('error')
    .whereRaw(`done_at > now() - interval '1 day' AND topic NOT LIKE 'document.%' AND payload->>'request' IS NULL`)
    .groupBy('topic')
    .select<{ topic: string; count: number }[]>('topic', knex.raw('count(*)::int AS count'));
  const age = row?.oldest_seconds ?? 0;
  const waiting = age > LATE.outbox[0];
  return {
    part: 'outbox',
    status: ended.length > 0 && !waiting ? 'warn' : grade(age, LATE.outbox),
    message: [
      waiting ? `the oldest event has waited ${Math.round(age)} s: is n8n running, and is the workflow published?` : 'no event waits long',
      ...ended.map(({ topic, count }) => `${count} event(s) "${topic}" were given up since yesterday: see their error in the outbox`),
    ].join('; '),
    lag_seconds: Math.round(age),
    backlog: row?.open ?? 0,
    detail: { ...row, given_up: Object.fromEntries(ended.map(({ topic, count }) => [topic, count])) },
  };
}

async function mail({ database: knex }: Runtime): Promise<PartHealth> {
  const rows = await knex('deliveries').select<{ status: string; count: number }[]>('status', knex.raw('count(*)::int AS count')).groupBy('status');
  const row: { waiting: number | null; backlog: number } | undefined = await knex('deliveries')
    .whereNotIn('status', ['sent', 'dead', 'closed'])
    .first(knex.raw(`${secondsSinceSql('min(date_created)')} AS waiting`), knex.raw('count(*)::int AS backlog'));
  const waiting = row?.waiting ?? 0;
  const states = Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  const dead = states.dead ?? 0;
  return {
    part: 'mail',
    status: dead > 0 ? 'error' : grade(waiting, LATE.mail),
    message:
      dead > 0
        ? `${dead} mail(s) were given up: put the relay right and set them back to "pending" in the mail ledger, or to "closed" what nobody needs any more`
        : waiting > LATE.mail[0]
          ? `the oldest mail has waited ${Math.round(waiting)} s: see its error in the mail ledger`
          : 'no mail waits long',
    lag_seconds: Math.round(waiting),
    backlog: row?.backlog ?? 0,
    given_up: dead,
    detail: { states, oldest_seconds: waiting },
  };
}

async function confirmations({ database: knex }: Runtime): Promise<PartHealth> {
  const count = await countUnconfirmed(knex);
  return {
    part: 'confirmations',
    status: count > 0 ? 'error' : 'ok',
    message:
      count > 0
        ? `${count} major hazard(s) are unconfirmed although the whole escalation plan was gone through: telephone the city office`
        : 'no major hazard is unconfirmed beyond the escalation plan',
    backlog: count,
    detail: { unconfirmed: count },
  };
}

async function n8n({ database: knex }: Runtime): Promise<PartHealth> {
  const seconds = await secondsSinceBeat('n8n', knex);
  if (seconds === null)
    return { part: 'n8n', status: 'error', message: 'has never asked for events: is it running, and is "重大隐患直报" published?' };
  return {
    part: 'n8n',
    status: grade(seconds, LATE.n8n),
    message:
      seconds > LATE.n8n[0]
        ? `has not asked for events for ${Math.round(seconds)} s; until it is back the watchdog reports major hazards`
        : 'asks for events',
    lag_seconds: Math.round(seconds),
    detail: { last_seen_seconds: Math.round(seconds) },
  };
}

function grade(seconds: number, [warn, error]: readonly [number, number]): PartStatus {
  return seconds > error ? 'error' : seconds > warn ? 'warn' : 'ok';
}
