import type pg from 'pg';
import { logIn } from '../../../scripts/provision/directusClient.ts';
import type { Stack } from '../../../scripts/stack/Stack.ts';
import { sendTo } from '../sendTo.ts';
import { signedBy } from '../signedBy.ts';

const ROUNDS = 8;
const PER_ROUND = 6;
const TRIGGERS = { visits: 'visits_statistics', visit_inspectors: 'visit_inspectors_statistics', hazards: 'hazards_statistics' } as const;

/** How long it takes to hand in a visit with two people and three hazards, with the statistics' triggers and without, in turns. */
export async function costOfSaves(stack: Stack, database: pg.Client): Promise<{ with: number[]; without: number[] }> {
  const { rows } = await database.query<{ enterprise: string; day: string }>(
    `SELECT e.id AS enterprise, (date_trunc('month', zhudian_today()) - interval '1 day')::date::text AS day FROM enterprises e
     WHERE e.name LIKE '测算企业%' AND NOT EXISTS (SELECT FROM visits v WHERE v.enterprise = e.id AND v.visited_on = (date_trunc('month', zhudian_today()) - interval '1 day')::date)
     ORDER BY md5(e.name) LIMIT $1`,
    [2 * (ROUNDS + 1) * PER_ROUND],
  );
  const inspectors = await database.query<{ id: string }>('SELECT id FROM inspectors WHERE "user" IS NULL ORDER BY level, id LIMIT 2');
  const people = inspectors.rows.map(({ id }) => id);
  const { token } = await logIn(stack.config.urls.directus, 'city@zhudian.example.org', stack.secrets.demoPasswords.city);
  const save = async (): Promise<number> => {
    const place = rows.pop();
    if (!place) throw new Error('too few enterprises without a visit on that day');
    const { enterprise, day } = place;
    const hazard = {
      enterprise,
      severity: 'general',
      title: '可燃气体报警器未校验',
      description: '罐区东侧两台可燃气体报警器校验标签已过期四个月',
      found_on: day,
      deadline: '2099-12-31',
      measures: '停用并更换备用报警器，联系检测单位校验',
      responsible_person: '设备科长',
    };
    const body = {
      enterprise,
      visited_on: day,
      status: 'submitted',
      rules_improved: 2,
      inspectors_reason: '本组人员培训，由邻县人员代为驻点',
      inspectors: await signedBy(people, stack.config.urls.directus, token),
      hazards: [hazard, hazard, hazard],
    };
    return (await sendTo(stack.config.urls.directus, token, 'POST', '/items/visits?fields=id', body)).milliseconds;
  };
  const switched = async (way: 'ENABLE' | 'DISABLE'): Promise<void> => {
    for (const [table, trigger] of Object.entries(TRIGGERS)) await database.query(`ALTER TABLE ${table} ${way} TRIGGER ${trigger}`);
  };
  const times = { with: [] as number[], without: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const side of ['with', 'without'] as const) {
      await switched(side === 'with' ? 'ENABLE' : 'DISABLE');
      for (let i = 0; i < PER_ROUND; i += 1) {
        const taken = await save();
        if (round > 0) times[side].push(taken);
      }
    }
  }
  await switched('ENABLE');
  return times;
}
