import { EVENT_TOPICS, type EventTopic } from '@zhudian/core/events/topics.ts';
import type { Knex } from 'knex';
import { today } from '../clock/today.ts';

/** What a workflow is tried with in the editor: an event as the trigger would give it. */
export interface ExampleEvent {
  /** "0" where it never was an event: made of a row that could have been one. */
  readonly seq: string;
  readonly key: string;
  readonly topic: string;
  readonly subject: string | null;
  readonly payload: unknown;
  readonly created_at: Date;
  readonly attempts: number;
  /** What it is about, in words, to choose by. */
  readonly label: string;
}

const MOST = 30;

/** The newest events of these topics, newest first; of a topic that never had one, what could have been: its newest rows. */
export async function exampleEvents(topics: readonly string[], database: Knex): Promise<ExampleEvent[]> {
  const known = EVENT_TOPICS.filter(({ name }) => topics.includes(name));
  const { rows: past } = await database.raw<{ rows: ExampleEvent[] }>(
    `SELECT o.seq::text, o.key, o.topic, o.subject, o.payload, o.created_at, o.attempts, coalesce(${ABOUT}, '') AS label
     FROM unnest(:topics::text[]) t(name), LATERAL (SELECT * FROM outbox x WHERE x.topic = t.name ORDER BY x.seq DESC LIMIT :most) o
     ORDER BY o.seq DESC LIMIT :most`,
    { topics: known.map(({ name }) => name), most: MOST },
  );
  const made = await Promise.all(known.filter(({ name }) => !past.some(({ topic }) => topic === name)).map((topic) => madeOf(topic, database)));
  return [...past, ...made.flat()];
}

/** A hazard, a visit or a report in words, by the outbox row `o`; null where its subject is something else, or gone. */
const ABOUT = `coalesce(
  (SELECT e.name || '：' || h.title FROM hazards h JOIN enterprises e ON e.id = h.enterprise WHERE h.id = zhudian_uuid(o.subject)),
  (SELECT e.name || ' ' || v.visited_on FROM visits v JOIN enterprises e ON e.id = v.enterprise WHERE v.id = zhudian_uuid(o.subject)),
  (SELECT c.name || ' ' || r.period FROM monthly_reports r JOIN counties c ON c.id = r.county WHERE r.id = zhudian_uuid(o.subject)),
  (SELECT d.title FROM documents d WHERE d.id = zhudian_uuid(o.subject)),
  (SELECT c.name FROM counties c WHERE c.id = zhudian_uuid(o.subject)),
  (SELECT e.name FROM enterprises e WHERE e.id = zhudian_uuid(o.subject)),
  o.payload->>'period', o.payload->>'day')`;

/** The newest rows a topic could be about: who they are, and what the event would say of them. */
const ROWS: Readonly<Record<NonNullable<EventTopic['about']>, string>> = {
  hazards: `SELECT x.id, (zhudian_hazard_facts(x)::jsonb || jsonb_build_object('step', 0, 'raised_at', coalesce(x.major_since, x.date_created)))::json AS payload
    FROM hazards x WHERE x.status <> 'void' ORDER BY x.severity = 'major' DESC, x.date_created DESC NULLS LAST`,
  visits: `SELECT x.id, zhudian_visit_facts(x) AS payload FROM visits x WHERE x.status <> 'draft' ORDER BY x.date_created DESC NULLS LAST`,
  monthly_reports: `SELECT x.id, zhudian_report_facts(x) AS payload FROM monthly_reports x ORDER BY x.date_created DESC NULLS LAST`,
  documents: `SELECT x.id, '{}'::json AS payload FROM documents x WHERE x.status = 'ready' ORDER BY x.date_created DESC NULLS LAST`,
  counties: `SELECT x.id, json_build_object('county', x.id, 'county_name', x.name, 'period', :period::text) AS payload FROM counties x WHERE x.status = 'active' ORDER BY x.sort`,
  enterprises: `SELECT x.id, zhudian_place_facts(x.id, x.county)::json AS payload FROM enterprises x WHERE x.status = 'active' ORDER BY x.date_created DESC NULLS LAST`,
  suspicions: `SELECT x.id, zhudian_suspicion_facts(x) AS payload FROM suspicions x ORDER BY x.date_created DESC NULLS LAST`,
};

async function madeOf({ name, about }: EventTopic, database: Knex): Promise<ExampleEvent[]> {
  const day = await today(database);
  const period = day.slice(0, 7);
  if (about === null)
    return [
      { seq: '0', key: `example:${name}`, topic: name, subject: null, payload: { day, period }, created_at: new Date(), attempts: 1, label: '示例' },
    ];
  const { rows } = await database.raw<{ rows: ExampleEvent[] }>(
    `SELECT '0' AS seq, 'example:' || :name || ':' || o.subject AS key, :name AS topic, o.subject, o.payload, now() AS created_at, 1 AS attempts,
       coalesce(${ABOUT}, '') || '（示例）' AS label
     FROM (SELECT id::text AS subject, payload FROM (${ROWS[about]} LIMIT 10) newest) o`,
    about === 'counties' ? { name, period } : { name },
  );
  return rows;
}
