import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { done, refusedBy } from '../support/answers.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { useTestStack } from '../support/useTestStack.ts';

type Row = Record<string, unknown>;

const test = useTestStack();
let city: RuleWorld['city'];
let county: RuleWorld['county'];
let inspector: RuleWorld['inspector'];
let newEnterprise: RuleWorld['newEnterprise'];
let team: RuleWorld['team'];
let visit: RuleWorld['visit'];
let sql: RuleWorld['sql'];
beforeAll(async () => {
  ({ city, county, inspector, newEnterprise, team, visit, sql } = await ruleWorld(test));
}, 600_000);

describe('a task list', () => {
  it('keeps its wording once published; a new version takes its place and old visits stay as they were', async () => {
    const list = { name: '夏季清单', scope: 'county', county: countyId('370811'), valid_from: '2025-01-01' };
    const first = done(
      await county.send<{ id: string }>('POST', '/items/task_lists', { ...list, items: [{ content: '检查防暑降温措施', sort: 1 }] }),
    ).id;
    done(await county.send('PATCH', `/items/task_lists/${first}`, { status: 'published' }));
    const old = done(await inspector.send<{ id: string }>('POST', '/items/visits', visit())).id;
    expect((await test.database.query('SELECT FROM visit_items WHERE visit = $1', [old])).rowCount).toBe(12);

    expect(refusedBy(await county.send('PATCH', `/items/task_lists/${first}`, { name: '改名' }))).toEqual(['task_list.published']);
    expect((await county.send('POST', '/items/task_items', { task_list: first, content: '新条目' })).status).toBe(400);
    expect(await sql(`UPDATE task_items SET content = '改' WHERE task_list = $1`, [first])).toBe('task_items_published');

    const second = { ...list, version: '2', supersedes: first, status: 'published', items: [{ content: '检查防暑降温和夜间值守', sort: 1 }] };
    done(await county.send('POST', '/items/task_lists', second));
    const now = done(await inspector.send<{ id: string }>('POST', '/items/visits', visit())).id;
    const wording = async (of: string): Promise<unknown[]> =>
      (await test.database.query<Row>('SELECT content FROM visit_items WHERE visit = $1 AND sort = 12', [of])).rows.map(({ content }) => content);
    expect([await wording(old), await wording(now)]).toEqual([['检查防暑降温措施'], ['检查防暑降温和夜间值守']]);
    expect((await test.database.query<Row>('SELECT status FROM task_lists WHERE id = $1', [first])).rows).toEqual([{ status: 'retired' }]);
  });

  it('that replaces another from a later day leaves it in force until the day before, and replaces only one of its own kind', async () => {
    const own = { name: '冬季清单', scope: 'enterprise', enterprise: await newEnterprise(), status: 'published' };
    done(await city.send('POST', '/items/teams', team(own.enterprise, '2025-01-01')));
    const create = async (change: Row): Promise<string> =>
      done(await city.send<{ id: string }>('POST', '/items/task_lists', { ...own, ...change })).id;
    const first = await create({ valid_from: '2025-01-01', items: [{ content: '检查防冻防凝', sort: 1 }] });
    await create({ version: '2', supersedes: first, valid_from: '2025-06-01', items: [{ content: '检查防冻防凝和伴热', sort: 1 }] });
    const items = async (visited_on: string): Promise<unknown[]> => {
      const made = done(await city.send<{ id: string }>('POST', '/items/visits', visit({ enterprise: own.enterprise, visited_on })));
      return (await test.database.query<Row>('SELECT content FROM visit_items WHERE visit = $1 ORDER BY sort DESC LIMIT 1', [made.id])).rows.map(
        ({ content }) => content,
      );
    };
    expect([await items('2025-05-31'), await items('2025-06-01')]).toEqual([['检查防冻防凝'], ['检查防冻防凝和伴热']]);

    const { rows } = await test.database.query<{ id: string }>(`SELECT id FROM task_lists WHERE scope = 'city' AND status = 'published' LIMIT 1`);
    const theft = {
      name: '替代全市清单',
      county: countyId('370811'),
      supersedes: rows[0]?.id,
      status: 'published',
      items: [{ content: '一项', sort: 1 }],
    };
    expect(refusedBy(await county.send('POST', '/items/task_lists', theft))).toEqual(['task_list.supersedes.own']);
    expect(
      await sql(
        `INSERT INTO task_lists (id, name, scope, county, version, status, supersedes) VALUES (gen_random_uuid(), '替', 'county', $1, '1', 'published', $2)`,
        [countyId('370811'), rows[0]?.id],
      ),
    ).toBe('task_lists_supersedes_own');
    const foreign = await newEnterprise({ county: countyId('370812') });
    const list = { name: '别县企业清单', scope: 'enterprise', enterprise: foreign, items: [{ content: '一项', sort: 1 }] };
    expect(refusedBy(await county.send('POST', '/items/task_lists', list))).toEqual(['reference.visible']);
  });

  it('without items is not published', async () => {
    const empty = { name: '空清单', scope: 'county', county: countyId('370811'), status: 'published' };
    expect(refusedBy(await county.send('POST', '/items/task_lists', empty))).toEqual(['task_list.items.required']);
    expect(
      await sql(
        `INSERT INTO task_lists (id, name, scope, county, version, status) VALUES (gen_random_uuid(), '空', 'county', $1, '1', 'published')`,
        [countyId('370811')],
      ),
    ).toBe('task_lists_not_empty');
  });
});
