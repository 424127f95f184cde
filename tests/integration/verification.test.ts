import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { nameFault } from '../../extensions/core/src/text/nameFault.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { records, type Records } from '../support/records.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { teamOfBefore } from '../support/teamOfBefore.ts';
import { useTestStack } from '../support/useTestStack.ts';

type Row = Record<string, unknown>;

const test = useTestStack();
let world: RuleWorld;
let hazard: Records['hazard'];
let upload: Records['upload'];
beforeAll(async () => {
  world = await ruleWorld(test);
  ({ hazard, upload } = records(() => world));
}, 600_000);

const RECTIFIED = { status: 'rectified', rectified_on: '2025-06-10', rectification: '已更换液位计并标定合格' };
const SEEN = {
  status: 'verified',
  verified_on: '2025-06-12',
  verified_officer: '钱科长',
  verification: '现场查看储罐V-201液位计，指示与人工检尺一致',
};
const claimed = async (): Promise<string> => {
  const id = await hazard({}, world.inspector);
  done(await world.inspector.send('PATCH', `/items/hazards/${id}`, RECTIFIED));
  return id;
};
const verified = async (): Promise<string> => {
  const id = await claimed();
  done(await world.county.send('PATCH', `/items/hazards/${id}`, SEEN));
  return id;
};
const person = async (level: 'city' | 'county', county: string | null): Promise<string> => {
  const id = randomUUID();
  await test.database.query(`INSERT INTO inspectors (id, name, level, county, status) VALUES ($1, $2, $3, $4, 'active')`, [
    ...[id, `核验示例${id.slice(0, 4)}`, level, county],
  ]);
  return id;
};

describe('who is named by hand', () => {
  it('is somebody: for a rectification and a verification', async () => {
    for (const nobody of ['.....', '无', '——', '待定']) {
      const born = await world.inspector.send('POST', '/items/hazards', {
        ...{ enterprise: world.enterprise, found_on: '2025-06-03', title: '液位计失灵', description: '罐区V-201储罐液位计指示为零，实际液位偏高' },
        ...{ measures: '更换液位计', deadline: '2027-06-30', responsible_person: nobody },
      });
      expect([refusedBy(born), born.errors[0]?.extensions.field]).toEqual([['hazard.responsible_person.name'], 'responsible_person']);
      expect(messageOf(born)).toContain('整改责任人');
      const id = await claimed();
      const seen = await world.county.send('PATCH', `/items/hazards/${id}`, { ...SEEN, verified_officer: nobody });
      expect(refusedBy(seen)).toContain('hazard.verified_officer.name');
      expect(await world.sql(`UPDATE hazards SET responsible_person = $2 WHERE id = $1`, [id, nobody])).toBe('person_named');
      expect(
        await world.sql(`UPDATE hazards SET status = 'verified', user_updated = NULL, verified_officer = $2, verification = $3 WHERE id = $1`, [
          ...[id, nobody, SEEN.verification],
        ]),
      ).toBe('hazards_verified_who');
      expect(await world.sql(`UPDATE hazards SET verified_officer = $2 WHERE id = $1`, [id, nobody])).toBe('person_named');
    }
  });

  it('is somebody: of an enterprise, a contact, an inspector', async () => {
    const rows: [string, string, Row][] = [
      ['enterprises', 'legal_representative', { name: `姓名示例化工${randomUUID().slice(0, 6)}`, legal_representative: '无' }],
      ['enterprises', 'safety_manager', { name: `姓名示例化工${randomUUID().slice(0, 6)}`, safety_manager: '.....' }],
      ['contacts', 'name', { name: '——', phone: '13900000000', county: countyId('370811') }],
      ['inspectors', 'name', { name: '待定', level: 'county', county: countyId('370811') }],
    ];
    for (const [collection, field, row] of rows) {
      const answer = await world.county.send('POST', `/items/${collection}`, row);
      expect(answer.errors.map(({ extensions }) => [extensions.field, extensions.rule])).toEqual([
        [field, `${collection.replace(/s$/, '')}.${field}.name`],
      ]);
      const columns = Object.keys(row);
      const marks = columns.map((_, index) => `$${index + 2}`).join(', ');
      expect(
        await world.sql(`INSERT INTO ${collection} (id, ${columns.join(', ')}) VALUES ($1, ${marks})`, [randomUUID(), ...Object.values(row)]),
      ).toBe('person_named');
    }
  });

  it('who was written down before that was asked keeps their entry, which changes in all else', async () => {
    const id = await person('county', countyId('370811'));
    const old = await verified();
    await test.database.query(`BEGIN; SET LOCAL zhudian.suppress_events = 'on'`);
    await test.database.query(`UPDATE inspectors SET name = '丁' WHERE id = $1`, [id]);
    await test.database.query(`UPDATE hazards SET responsible_person = '无', correction_reason = '照原件录入的责任人' WHERE id = $1`, [old]);
    await test.database.query('COMMIT');
    done(await world.county.send('PATCH', `/items/inspectors/${id}`, { status: 'inactive' }));
    done(await world.county.send('PATCH', `/items/hazards/${old}`, { funds: '2万元' }));
    expect(refusedBy(await world.county.send('PATCH', `/items/inspectors/${id}`, { name: '无' }))).toEqual(['inspector.name.name']);
  });

  it('is told alike by the core and by PostgreSQL', async () => {
    const names = [
      '王明',
      'Li Na',
      '阿迪力·买买提',
      '钱科长',
      '安全科2组',
      '甲某',
      '',
      '  ',
      '.....',
      '……',
      '王',
      '王1',
      '13900000000',
      '——',
      '／',
      '无',
    ];
    names.push('（无）', '无人', '没有', '暂无', '待定', '未知', '同上', '本人', '某某', '测试', 'xxx', 'N/A', 'none', 'ＮＯＮＥ', '欧阳无忌');
    for (const name of names) {
      const { rows } = await test.database.query<{ somebody: boolean }>('SELECT zhudian_is_name($1) AS somebody', [name]);
      expect(rows[0]?.somebody, name).toBe(nameFault(name, '姓名') === null);
    }
  });
});

describe('who saw that a hazard is gone', () => {
  it('is of the hazard’s county, of the city, or of the enterprise’s team: nobody names a person of elsewhere', async () => {
    const [abroad, near, ofCity] = [
      await person('county', countyId('370883')),
      await person('county', countyId('370811')),
      await person('city', null),
    ];
    // Whom the county does not see is nobody for it.
    for (const [api, rule] of [
      [world.county, 'reference.visible'],
      [world.city, 'hazard.verified_by.county'],
    ] as const) {
      const id = await claimed();
      const answer = await api.send('PATCH', `/items/hazards/${id}`, { ...SEEN, verified_officer: null, verified_by: abroad });
      expect([refusedBy(answer), answer.errors[0]?.extensions.field]).toEqual([[rule], 'verified_by']);
      expect(messageOf(answer)).not.toContain('核验示例');
    }
    const id = await claimed();
    expect(
      await world.sql(`UPDATE hazards SET status = 'verified', user_updated = NULL, verified_by = $2, verification = $3 WHERE id = $1`, [
        ...[id, abroad, SEEN.verification],
      ]),
    ).toBe('hazards_verifier_county');
    done(await world.county.send('PATCH', `/items/hazards/${id}`, { ...SEEN, verified_officer: null, verified_by: near }));
    const other = await claimed();
    done(await world.county.send('PATCH', `/items/hazards/${other}`, { ...SEEN, verified_officer: null, verified_by: ofCity }));
    const sent = await world.newEnterprise();
    await teamOfBefore(test, world, sent, abroad);
    const there = await hazard({ enterprise: sent });
    done(await world.city.send('PATCH', `/items/hazards/${there}`, RECTIFIED));
    // By somebody who sees that person, and did not rectify it.
    done(await test.admin.send('PATCH', `/items/hazards/${there}`, { ...SEEN, verified_officer: null, verified_by: abroad }));
  });
});

describe('what was seen', () => {
  it('is not rewritten without a reason, which the history keeps with what it said', async () => {
    const id = await verified();
    const near = await person('county', countyId('370811'));
    const changes: Row[] = [
      { verified_on: '2025-07-01' },
      { verified_by: near },
      { verified_officer: '孙科长' },
      { verification: '现场查看储罐V-201液位计，已拆除停用' },
      { rectification: '已拆除液位计并停用储罐' },
    ];
    for (const change of changes) {
      const answer = await world.county.send('PATCH', `/items/hazards/${id}`, change);
      expect([refusedBy(answer), answer.errors[0]?.extensions.field], JSON.stringify(change)).toEqual([
        ['hazard.correction_reason.required'],
        'correction_reason',
      ]);
      const [field, value] = Object.entries(change)[0]!;
      expect(await world.sql(`UPDATE hazards SET ${field} = $2 WHERE id = $1`, [id, value]), field).toBe('hazards_correction_reason');
    }
    // A form that sends the state again takes nobody's place.
    done(await world.county.send('PATCH', `/items/hazards/${id}`, { status: 'verified' }));
    done(await world.city.send('PATCH', `/items/hazards/${id}`, { status: 'verified', funds: '2万元' }));
    const { rows: before } = await test.database.query('SELECT verified_officer, verified_by, verified_on::text FROM hazards WHERE id = $1', [id]);
    expect(before).toEqual([{ verified_officer: '钱科长', verified_by: null, verified_on: '2025-06-12' }]);

    done(await world.county.send('PATCH', `/items/hazards/${id}`, { verified_officer: '孙科长', correction_reason: '核验人姓名登记有误' }));
    const { rows } = await test.database.query<Row>(`SELECT note FROM hazard_events WHERE hazard = $1 AND note LIKE '更正：%'`, [id]);
    expect(rows).toEqual([{ note: expect.stringMatching(/^更正：核验人姓名登记有误\n核验人.*：“钱科长” → “孙科长”$/) as string }]);
  });

  it('and its pictures stay: others are added, and told', async () => {
    const id = await claimed();
    const [first, second] = [await upload(world.county), await upload(world.county)];
    const add = (file: string): Row => ({ photos_after: { create: [{ file }], update: [], delete: [] } });
    done(await world.county.send('PATCH', `/items/hazards/${id}`, { ...SEEN, ...add(first) }));
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards_photos_after WHERE hazard = $1', [id]);
    expect((await world.county.send('DELETE', `/items/hazards_photos_after/${rows[0]!.id}`)).status).not.toBe(204);
    expect(await world.sql('UPDATE hazards_photos_after SET file = $2 WHERE hazard = $1', [id, second])).toBe('hazard_photos_keep');
    done(await world.county.send('PATCH', `/items/hazards/${id}`, add(second)));
    const told = await test.database.query(`SELECT FROM hazard_events WHERE hazard = $1 AND note LIKE '修改：%：增加'`, [id]);
    expect(told.rowCount).toBeGreaterThanOrEqual(1);
  });
});
