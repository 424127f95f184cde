import { EVENT_TOPICS } from '@zhudian/core/events/topics.ts';
import type { Knex } from 'knex';
import { secondsSinceSql } from '../../clock/secondsSinceSql.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import type { PartHealth } from './Health.ts';
import { secondsSinceBeat } from './heartbeats.ts';

/** Seconds without a word after which a workflow counts as off. A trigger asks at least twice a minute. */
const SILENT_AFTER = 120;
/** Seconds without a word after which n8n itself is away: that is another part's trouble. */
const AWAY_AFTER = 60;
/** Attempts after which a failure is no hiccup any more. */
const SEVERAL = 3;

interface Fault {
  readonly workflow: string;
  /** What is wrong and what to do, in the office's words. */
  readonly text: string;
  readonly kind: 'silent' | 'bypassed' | 'failing';
  /** Of the one that reports major hazards. */
  readonly urgent: boolean;
}

/** Whether each shipped workflow answers, and brings about what it should; and whether what an office built besides runs. */
export async function workflows({ database }: Runtime): Promise<PartHealth> {
  if (((await secondsSinceBeat('n8n', database)) ?? Infinity) > AWAY_AFTER)
    return { part: 'workflows', status: 'ok', message: 'not asked while n8n is away' };
  const found = (await Promise.all([silent(database), bypassed(database), failing(database), failingListeners(database)])).flat();
  const faults = found.map(({ text }) => text);
  return {
    part: 'workflows',
    status: found.some(({ urgent }) => urgent) ? 'error' : found.length > 0 ? 'warn' : 'ok',
    message: found.length > 0 ? `${found.length} fault(s) of workflows: ${faults.join('; ')}` : 'each workflow answers',
    backlog: found.length,
    ...(found.length > 0 ? { faults, about: found.map(({ workflow, kind }) => `${workflow}:${kind}`).join(' ') } : {}),
  };
}

const ANSWERED = EVENT_TOPICS.filter(({ answeredBy }) => answeredBy !== null);
const workflowOf = (topic: string): string => EVENT_TOPICS.find(({ name }) => name === topic)?.answeredBy ?? topic;
const isUrgent = (workflow: string): boolean => workflow === workflowOf('hazard.major');

/** Workflows with a topic that nobody answers for. */
async function silent(database: Knex): Promise<Fault[]> {
  const { rows } = await database.raw<{ rows: { topic: string }[] }>(
    `SELECT t.topic FROM unnest(?::text[]) t(topic) WHERE NOT EXISTS (
       SELECT FROM outbox_consumers c WHERE NOT c.own AND t.topic = ANY (c.topics) AND ${secondsSinceSql('c.seen_at')} < ?)`,
    [ANSWERED.map(({ name }) => name), SILENT_AFTER],
  );
  return [...new Set(rows.map(({ topic }) => workflowOf(topic)))].map((workflow) => ({
    workflow,
    kind: 'silent',
    urgent: isUrgent(workflow),
    text: `流程“${workflow}”没有运行：请在 n8n 中打开该流程，确认已发布（Published）、触发节点的事件没有被删去、凭据可用`,
  }));
}

/** Reports of major hazards that the system sent by itself although n8n was there, since the last that the workflow sent. */
async function bypassed(database: Knex): Promise<Fault[]> {
  const { rows } = await database.raw<{ rows: { count: number; reason: string }[] }>(
    `SELECT count(*)::int AS count, (array_agg(reason ORDER BY at DESC))[1] AS reason FROM handover_faults
     WHERE at > coalesce((SELECT max(date_created) FROM deliveries WHERE composed_by = 'n8n' AND kind IN ('major_hazard', 'unacknowledged')), '-infinity') HAVING count(*) > 0`,
  );
  const workflow = workflowOf('hazard.major');
  return rows.map(({ count, reason }) => ({
    workflow,
    kind: 'bypassed',
    urgent: true,
    text: `流程“${workflow}”最近 ${count} 次没有发出重大隐患邮件，已由系统自行发出。原因：${reason}`,
  }));
}

/** Topics with events that fail again and again. */
async function failing(database: Knex): Promise<Fault[]> {
  const { rows } = await database.raw<{ rows: { topic: string; count: number; reason: string }[] }>(
    `SELECT topic, count(*)::int AS count, (array_agg(error ORDER BY seq DESC))[1] AS reason FROM outbox
     WHERE done_at IS NULL AND error IS NOT NULL AND attempts >= ? GROUP BY topic ORDER BY topic`,
    [SEVERAL],
  );
  return rows.map(({ topic, count, reason }) => ({
    workflow: workflowOf(topic),
    kind: 'failing',
    urgent: false,
    text: `流程“${workflowOf(topic)}”有 ${count} 件事项多次失败，仍在重试。最近的原因：${firstLine(reason)}`,
  }));
}

async function failingListeners(database: Knex): Promise<Fault[]> {
  const { rows } = await database.raw<{ rows: { name: string; count: number; reason: string }[] }>(
    `SELECT c.name, count(*)::int AS count, (array_agg(p.error ORDER BY p.available_at DESC))[1] AS reason
     FROM outbox_places p JOIN outbox_consumers c USING (consumer)
     WHERE p.error IS NOT NULL AND (p.done_at IS NULL AND p.attempts >= ? OR p.done_at > now() - interval '1 day') GROUP BY c.name ORDER BY c.name`,
    [SEVERAL],
  );
  return rows.map(({ name, count, reason }) => ({
    workflow: name,
    kind: 'failing',
    urgent: false,
    text: `流程“${name}”有 ${count} 件事项多次失败。最近的原因：${firstLine(reason)}`,
  }));
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 200);
