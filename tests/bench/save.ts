import type pg from 'pg';
import { logIn } from '../../scripts/provision/directusClient.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import type { Figure } from './Figure.ts';
import { quantile } from './quantile.ts';
import { sendTo } from './sendTo.ts';
import { signedBy } from './signedBy.ts';
import { withoutTriggers } from './withoutTriggers.ts';

const ROUNDS = 15;
const PER_ROUND = 8;
const TABLES = ['visits', 'visit_items', 'visit_inspectors', 'hazards', 'enterprises'] as const;

interface Place {
  readonly enterprise: string;
  readonly county: string;
  readonly team: string;
  readonly day: string;
  readonly members: readonly string[];
}
interface TaskItem {
  readonly id: string;
  readonly sort: number;
  readonly content: string;
  readonly standard: string;
}

/**
 * What the rules cost: the same visit, handed in with 11 items, 2 people and 3 hazards in one request of the city's, through our Directus and
 * through one without our extension and without the triggers, in turns on one database.
 */
export async function benchSave(stack: Stack, report: (line: string) => void): Promise<Figure[]> {
  const database = await stack.connect('directus');
  const bare = stack.anotherDirectus(stack.config.ports.directus + 7, 'provision');
  try {
    await stack.n8n.stop();
    await bare.start();
    await withoutTriggers(['task_lists'], database, () => database.query("UPDATE task_lists SET status = 'retired' WHERE scope <> 'city'"));
    const items = await database.query<TaskItem>(
      "SELECT i.id, i.sort, i.content, i.standard FROM task_items i JOIN task_lists l ON l.id = i.task_list WHERE l.status = 'published' ORDER BY i.sort",
    );
    const places = await freePlaces(2 * (ROUNDS + 1) * PER_ROUND, database);
    const { token } = await logIn(stack.config.urls.directus, 'city@zhudian.example.org', stack.secrets.demoPasswords.city);
    const urls = { ours: stack.config.urls.directus, bare: `http://127.0.0.1:${stack.config.ports.directus + 7}` };
    const save = async (url: string): Promise<number> => {
      const place = places.pop();
      if (!place) throw new Error('the demo has too few days without a visit');
      const people = await signedBy(place.members.slice(0, 2), urls.ours, token);
      return (await sendTo(url, token, 'POST', '/items/visits?fields=id', visit(place, items.rows, people))).milliseconds;
    };
    const times = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      report(round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`);
      const some = async (url: string): Promise<number[]> => {
        const taken: number[] = [];
        for (let i = 0; i < PER_ROUND; i += 1) taken.push(await save(url));
        return taken;
      };
      const ours = await some(urls.ours);
      const without = await withoutTriggers(TABLES, database, () => some(urls.bare));
      if (round === 0) continue;
      times.ours.push(...ours);
      times.bare.push(...without);
    }
    const samples = ROUNDS * PER_ROUND;
    const row = (name: string, unit: string, measured: number, goal: number | null = null): Figure => ({ name, unit, measured, goal, samples });
    return [
      row('visit, 11 items, 3 hazards: ours, p50', 'ms', quantile(times.ours, 0.5)),
      row('visit, 11 items, 3 hazards: ours, p95', 'ms', quantile(times.ours, 0.95)),
      row('the same on bare Directus, p50', 'ms', quantile(times.bare, 0.5)),
      row('the same on bare Directus, p95', 'ms', quantile(times.bare, 0.95)),
      row('ours ÷ bare, p50', '×', quantile(times.ours, 0.5) / quantile(times.bare, 0.5), 1.2),
    ];
  } finally {
    await database.end();
  }
}

/** Enterprises and days of the last year on which their team could have been there and was not. */
async function freePlaces(count: number, database: pg.Client): Promise<Place[]> {
  const { rows } = await database.query<Place>(
    `SELECT t.enterprise, e.county, t.id AS team, day::date::text AS day, array_agg(m.inspector) AS members
     FROM teams t JOIN enterprises e ON e.id = t.enterprise JOIN team_members m ON m.team = t.id
       CROSS JOIN generate_series(current_date - 300, current_date - 2, interval '1 day') AS day
     WHERE e.status = 'active' AND day >= t.valid_from AND (t.valid_to IS NULL OR day <= t.valid_to)
       AND NOT EXISTS (SELECT FROM visits v WHERE v.enterprise = e.id AND v.visited_on = day)
       AND NOT EXISTS (SELECT FROM opening_balances b WHERE b.county = e.county AND b.as_of >= day)
     GROUP BY t.enterprise, e.county, t.id, day HAVING count(*) >= 2
     ORDER BY md5(t.id::text || day) LIMIT $1`,
    [count],
  );
  return rows;
}

function visit({ enterprise, county, team, day }: Place, items: readonly TaskItem[], people: readonly object[]): Record<string, unknown> {
  return {
    enterprise,
    county,
    team,
    visited_on: day,
    status: 'submitted',
    log: '查阅全员安全生产责任制和特殊作业票证，现场核查罐区、装置区和库房，与车间负责人逐项交换意见。',
    inspectors: { create: people, update: [], delete: [] },
    items: {
      create: items.map(({ id, sort, content, standard }, number) => ({
        task_item: id,
        sort,
        content,
        standard,
        result: number < 3 ? 'partial' : 'in_place',
        implementation: '查阅台账并现场核对',
        ...(number < 3 ? { problem: '二号车间离心机岗位缺少本季度的检查记录', suggestion: '一周内补齐记录，由车间主任逐日核对签字' } : {}),
      })),
      update: [],
      delete: [],
    },
    hazards: {
      create: [0, 1, 2].map(() => ({
        enterprise,
        severity: 'general',
        title: '可燃气体报警器未校验',
        description: '罐区东侧两台可燃气体报警器校验标签已过期四个月，无校验计划',
        place: '罐区东侧',
        found_on: day,
        deadline: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
        measures: '停用并更换备用报警器，联系检测单位校验',
        responsible_person: '设备科长',
      })),
      update: [],
      delete: [],
    },
  };
}
