import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { signed } from '../support/signed.ts';
import { useTestStack } from '../support/useTestStack.ts';

const PLAN = { measures: '关闭箱门并张贴提示', responsible_person: '设备科长', deadline: '2027-06-30' };

const test = useTestStack();
let city: RuleWorld['city'];
let newEnterprise: RuleWorld['newEnterprise'];
let newDay: RuleWorld['newDay'];
let handedIn: RuleWorld['handedIn'];
let sql: RuleWorld['sql'];
beforeAll(async () => {
  ({ city, newEnterprise, newDay, handedIn, sql } = await ruleWorld(test));
}, 600_000);

describe('an opening balance', () => {
  it('is refused where visits are counted already, with their number and first day; and a visit is where the balance covers it', async () => {
    const here = countyId('370883');
    const over = await city.send('POST', '/items/opening_balances', { county: here, as_of: '2026-11-01', hazards_found: 3 });
    expect(refusedBy(over)).toEqual(['opening_balance.as_of.twice']);
    expect(messageOf(over)).toMatch(/驻点记录 \d+ 条、隐患 \d+ 项（最早 \d{4}-\d\d-\d\d）/);
    expect(await sql(`INSERT INTO opening_balances (id, county, as_of) VALUES (gen_random_uuid(), $1, '2026-11-01')`, [here])).toBe(
      'opening_balances_not_twice',
    );
    done(await city.send('POST', '/items/opening_balances', { county: here, as_of: '2025-06-30', hazards_found: 3 }));
    const { rows } = await test.database.query<{ id: string }>('SELECT enterprise AS id FROM visits WHERE county = $1 LIMIT 1', [here]);
    const hazard = {
      enterprise: rows[0]?.id,
      title: '配电箱未关闭',
      description: '二车间南墙配电箱门未关闭，接线端子外露',
      found_on: '2025-06-30',
      ...PLAN,
    };
    const covered = await sql(`INSERT INTO visits (id, enterprise, visited_on, status) VALUES (gen_random_uuid(), $1, '2025-06-30', 'submitted')`, [
      hazard.enterprise,
    ]);
    expect(covered).toBe('visits_not_twice');
    const visits = await test.database.query<{ id: string }>(
      `INSERT INTO visits (id, enterprise, visited_on, status) VALUES (gen_random_uuid(), $1, '2025-06-30', 'draft') RETURNING id`,
      [hazard.enterprise],
    );
    expect(refusedBy(await city.send('POST', '/items/hazards', { ...hazard, visit: visits.rows[0]!.id }))).toEqual(['found_on.covered']);
    // What has to be reported at once is taken, whatever is counted.
    done(await city.send('POST', '/items/hazards', { ...hazard, severity: 'major', visit: visits.rows[0]!.id }));
  });

  it('carries over the hazards it leaves open, and no more: they are found in it, and rectified here', async () => {
    const here = countyId('370827');
    await test.database.query(`UPDATE hazards SET status = 'void', void_reason = '期初数已计入' WHERE county = $1 AND found_on < $2`, [
      here,
      '2025-07-01',
    ]);
    const place = await newEnterprise({ county: here });
    const balance = { county: here, as_of: '2024-12-31', hazards_found: 5, hazards_rectified: 3, major_hazards_found: 1, major_hazards_rectified: 0 };
    const { id } = done(await city.send<{ id: string }>('POST', '/items/opening_balances', balance));
    const figures = async (period: string): Promise<unknown> =>
      (
        await test.database.query(
          `SELECT hazards_found - $3 AS found, hazards_rectified AS rectified, major_hazards_rectified AS majors
           FROM zhudian_statistics($1, ARRAY[$2::uuid]) WHERE county = $2 AND span = 'cumulative'`,
          [period, here, 5],
        )
      ).rows[0];
    const before = await figures('2025-01');
    const old = { enterprise: place, title: '配电箱未关闭', description: '二车间南墙配电箱门未关闭，接线端子外露', found_on: '2024-11-20', ...PLAN };
    const general = done(await city.send<{ id: string }>('POST', '/items/hazards', old)).id;
    const major = done(await city.send<{ id: string }>('POST', '/items/hazards', { ...old, severity: 'major' })).id;
    const third = await city.send('POST', '/items/hazards', old);
    expect(refusedBy(third)).toEqual(['hazards_carried_over']);
    expect(messageOf(third)).toContain('尚未整改的隐患为 2 项（重大 1 项），而逐条登记的将为 3 项');
    expect(refusedBy(await city.send('PATCH', `/items/opening_balances/${id}`, { hazards_rectified: 4 }))).toEqual(['hazards_carried_over']);
    expect(await figures('2025-01')).toEqual(before);
    const rectify = {
      status: 'rectified',
      rectification: '已关闭箱门并张贴提示',
      measures: '关闭',
      responsible_person: '示例',
      deadline: '2025-02-01',
    };
    done(await city.send('PATCH', `/items/hazards/${major}`, { ...rectify, rectified_on: '2025-01-05', funds: '自筹', plan: '断电隔离' }));
    expect(await figures('2025-01')).toEqual({ ...(before as object), rectified: '4', majors: '1' });
    expect(await figures('2024-12')).toMatchObject({ rectified: '3', majors: '0' });
    const behind = await city.send<{ opening: string; sum: string }>(
      'GET',
      `/zhudian/statistics/behind?period=2025-01&figure=hazards_rectified&span=cumulative&county=${here}`,
    );
    expect(behind.data).toMatchObject({ opening: '3', sum: '1' });
    // What hangs on a visit that is not handed in counts nowhere.
    const draft = await test.database.query<{ id: string }>(
      `INSERT INTO visits (id, enterprise, visited_on, status) VALUES (gen_random_uuid(), $1, '2024-11-20', 'draft') RETURNING id`,
      [place],
    );
    const hang = async (on: string | null): Promise<unknown> =>
      await test.database.query(`UPDATE hazards SET visit = $2, correction_reason = '所属驻点记录有误' WHERE id = $1`, [major, on]);
    await hang(draft.rows[0]!.id);
    expect(await figures('2025-01')).toMatchObject({ rectified: '3', majors: '0' });
    await hang(null);
    expect(await figures('2025-01')).toMatchObject({ rectified: '4', majors: '1' });
    // One rectified before the balance's day is in the balance as such: until it is taken up again.
    const gone = done(await city.send<{ id: string }>('POST', '/items/hazards', { ...old, ...rectify, rectified_on: '2024-12-01' })).id;
    expect(await figures('2025-01')).toMatchObject({ rectified: '4' });
    // What has to be quick is not kept by a sum: a major one is taken, and a step of one that is there; no more are rectified than were found.
    const surplus = done(await city.send<{ id: string }>('POST', '/items/hazards', { ...old, severity: 'major' })).id;
    done(await city.send('PATCH', `/items/hazards/${surplus}`, { ...rectify, rectified_on: '2025-01-06', funds: '自筹', plan: '断电隔离' }));
    expect(await figures('2025-01')).toMatchObject({ rectified: '5', majors: '1' });
    done(await city.send('PATCH', `/items/hazards/${general}`, { ...rectify, rectified_on: '2025-01-07' }));
    expect(await figures('2025-01')).toMatchObject({ rectified: '5', majors: '1' });
    done(await city.send('PATCH', `/items/hazards/${gone}`, { status: 'rectifying', correction_reason: '现场复查仍未关闭' }));
    // The balance keeps them: neither shortened, nor deleted, nor left with another county.
    expect(refusedBy(await city.send('PATCH', `/items/opening_balances/${id}`, { as_of: '2024-10-31' }))).toEqual(['opening_balances_keep']);
    expect(refusedBy(await city.send('DELETE', `/items/opening_balances/${id}`))).toEqual(['opening_balance.kept']);
    expect(await sql('DELETE FROM opening_balances WHERE id = $1', [id])).toBe('opening_balances_keep');
    expect(refusedBy(await city.send('PATCH', `/items/enterprises/${place}`, { county: countyId('370828') }))).toEqual(['hazards_carried_over']);
    done(await city.send('PATCH', `/items/opening_balances/${id}`, { as_of: '2025-01-01', hazards_found: 7, major_hazards_found: 2 }));
    expect(await figures('2025-01')).toEqual({ found: '2', rectified: '6', majors: '2' });
    expect((await test.database.query('SELECT * FROM zhudian_statistics_drift()')).rows).toEqual([]);
    for (const one of [general, major, gone, surplus])
      done(await city.send('PATCH', `/items/hazards/${one}`, { status: 'void', void_reason: '期初数已计入，重复登记' }));
    done(await city.send('DELETE', `/items/opening_balances/${id}`));
  });

  it('and a visit of a day it covers, saved at the same instant, are never both there', async () => {
    const county_ = countyId('370829');
    const other = await newEnterprise({ county: county_ });
    // The city's people go to every county.
    const { rows: people } = await test.database.query<{ inspector: string }>(
      `SELECT id AS inspector FROM inspectors WHERE level = 'city' ORDER BY id LIMIT 2`,
    );
    done(await city.send('POST', '/items/teams', { enterprise: other, valid_from: '2024-01-01', members: people }));
    for (let round = 0; round < 5; round += 1) {
      const day = newDay();
      const inspectors = await signed(
        city,
        people.map(({ inspector }) => inspector),
      );
      const form = await handedIn({ enterprise: other, visited_on: day, inspectors });
      const [balance, entered] = await Promise.all([
        city.send<{ id: string }>('POST', '/items/opening_balances', { county: county_, as_of: day }),
        city.send('POST', '/items/visits', form),
      ]);
      expect([balance.status, entered.status].filter((status) => status === 200).length).toBeLessThan(2);
      if (balance.status === 200) done(await city.send('DELETE', `/items/opening_balances/${balance.data.id}`));
      if (entered.status === 200) break; // from here on every balance is refused
    }
  });
});
