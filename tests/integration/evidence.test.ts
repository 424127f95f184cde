import { beforeAll, describe, expect, it } from 'vitest';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { setClock } from '../support/setClock.ts';
import { signed } from '../support/signed.ts';
import { useTestStack } from '../support/useTestStack.ts';

type Row = Record<string, unknown>;

const PLACE = { title: '阀门渗漏', description: '3号釜出口阀门法兰渗漏，地面有积液', place: '二车间3号釜' };
const ELEMENTS = { measures: '更换垫片并试压', responsible_person: '设备科长', deadline: '2026-12-31' };
const RECTIFIED = { status: 'rectified', rectified_on: '2026-01-05', rectification: '已更换垫片并试压合格' };

const test = useTestStack();
let world: RuleWorld;
beforeAll(async () => {
  world = await ruleWorld(test);
}, 600_000);
const make = async (path: string, row: Row, by = world.city): Promise<string> =>
  done(await by.send<{ id: string }>('POST', `/items/${path}`, row)).id;
const written = async (sql: string, values: unknown[]): Promise<string> => {
  // At commit, since the rows below a visit are written after it.
  await test.database.query('BEGIN');
  const answer = await test.database.query(sql, values).then(
    () => 'COMMIT',
    (error: unknown) => error,
  );
  if (answer !== 'COMMIT') return (await test.database.query('ROLLBACK'), (answer as { constraint?: string }).constraint ?? String(answer));
  return await test.database.query('COMMIT').then(
    () => 'written',
    (error: unknown) => (error as { constraint?: string }).constraint ?? String(error),
  );
};

describe('a visit is handed in only with the signature of everybody who was there', () => {
  it('as a new one, from a draft, with its people in the same form, by the office and by the inspector', async () => {
    const [first] = await signed(world.city, [world.people[0]]);
    const half = [first, { inspector: world.people[1] }];
    const born = await world.city.send('POST', '/items/visits', world.visit({ status: 'submitted', inspectors: half }));
    expect(refusedBy(born)).toEqual(['visit.inspectors.signed']);
    expect(born.errors[0]?.extensions.field).toBe('inspectors');
    const { rows } = await test.database.query<{ name: string }>('SELECT name FROM inspectors WHERE id = $1', [world.people[1]]);
    expect(messageOf(born)).toContain(`还没有签字：${rows[0]!.name}`);

    const id = await make('visits', world.visit({ inspectors: half }));
    expect(refusedBy(await world.city.send('PATCH', `/items/visits/${id}`, { status: 'submitted' }))).toEqual(['visit.inspectors.signed']);
    expect(refusedBy(await world.inspector.send('PATCH', `/items/visits/${id}`, { status: 'submitted' }))).toContain('visit.inspectors.signed');
    const people = await test.database.query<{ id: string }>('SELECT id FROM visit_inspectors WHERE visit = $1 AND signature IS NULL', [id]);
    const [second] = await signed(world.city, [world.people[1]]);
    const update = [{ id: people.rows[0]!.id, signature: second!.signature }];
    done(await world.city.send('PATCH', `/items/visits/${id}`, { status: 'submitted', inspectors: { create: [], update, delete: [] } }));
    const kept = await test.database.query('SELECT FROM visit_inspectors WHERE visit = $1 AND signature IS NOT NULL', [id]);
    expect(kept.rowCount).toBe(2);
  });

  it('past Directus as well; what is carried over from before keeps its state, and can be corrected', async () => {
    const insert = `WITH v AS (INSERT INTO visits (id, enterprise, visited_on, status) VALUES (gen_random_uuid(), $1, $2, 'submitted') RETURNING id)
      INSERT INTO visit_inspectors (id, visit, inspector) SELECT gen_random_uuid(), v.id, i FROM v, unnest($3::uuid[]) i`;
    expect(await written(insert, [world.enterprise, world.newDay(), world.people])).toBe('visits_signed');
    await test.database.query(`BEGIN; SET LOCAL zhudian.suppress_events = 'on'`);
    const day = world.newDay();
    await test.database.query(insert, [world.enterprise, day, world.people]);
    await test.database.query('COMMIT');
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM visits WHERE enterprise = $1 AND visited_on = $2', [
      world.enterprise,
      day,
    ]);
    done(await world.city.send('PATCH', `/items/visits/${rows[0]!.id}`, { rules_improved: 3, correction_reason: '核对台账后补记三条制度' }));
    done(await world.county.send('PATCH', `/items/visits/${rows[0]!.id}`, { status: 'returned', return_reason: '缺少到场人员签字，请补签' }));
    expect(refusedBy(await world.city.send('PATCH', `/items/visits/${rows[0]!.id}`, { status: 'submitted' }))).toEqual(['visit.inspectors.signed']);
  });

  it('and a correction brings nobody in who has not signed', async () => {
    const id = await world.submitted();
    const { rows } = await test.database.query<{ id: string }>(
      `SELECT id FROM inspectors WHERE id <> ALL($1) AND level = 'city' ORDER BY id LIMIT 1`,
      [world.people],
    );
    const correction = (create: unknown[], gone: string[] = []): Row => ({
      inspectors: { create, update: [], delete: gone },
      inspectors_reason: '临时增派一人参加',
      correction_reason: '漏记一名到场人员',
    });
    expect(refusedBy(await world.city.send('PATCH', `/items/visits/${id}`, correction([{ inspector: rows[0]!.id }])))).toEqual([
      'visit.inspectors.signed',
    ]);
    done(await world.city.send('PATCH', `/items/visits/${id}`, correction(await signed(world.city, [rows[0]!.id]))));
    const people = await test.database.query<{ id: string }>('SELECT id FROM visit_inspectors WHERE visit = $1', [id]);
    expect(
      refusedBy(
        await world.city.send(
          'PATCH',
          `/items/visits/${id}`,
          correction(
            [],
            people.rows.slice(0, 2).map((row) => row.id),
          ),
        ),
      ),
    ).toEqual(['visit.inspectors.pair']);
  });
});

describe('a general hazard that is not rectified on the spot says what is done, by whom and by when', () => {
  it('at once where it has no visit; a major one waits for nothing', async () => {
    const { enterprise } = world;
    const bare = await world.inspector.send('POST', '/items/hazards', { enterprise, ...PLACE });
    expect(bare.errors.map(({ extensions }) => extensions.field).sort()).toEqual(['deadline', 'measures', 'responsible_person']);
    done(await world.inspector.send('POST', '/items/hazards', { enterprise, ...PLACE, severity: 'major' }));
    const id = await make('hazards', { enterprise, ...PLACE, ...ELEMENTS }, world.inspector);
    expect(refusedBy(await world.inspector.send('PATCH', `/items/hazards/${id}`, { responsible_person: null }))).toEqual([
      'hazard.responsible_person.planned',
    ]);
    expect(await world.sql(`UPDATE hazards SET deadline = NULL WHERE id = $1`, [id])).toBe('hazards_planned');
    expect(
      await world.sql(
        `INSERT INTO hazards (id, enterprise, severity, status, title, description) VALUES (gen_random_uuid(), $1, 'general', 'open', $2, $3)`,
        [enterprise, PLACE.title, PLACE.description],
      ),
    ).toBe('hazards_planned');
    const today = await test.database.query<{ day: string }>('SELECT zhudian_today()::text AS day');
    const onTheSpot = { status: 'rectified', found_on: today.rows[0]!.day, rectified_on: today.rows[0]!.day, rectification: '已当场更换垫片' };
    await make('hazards', { enterprise, ...PLACE, ...onTheSpot });
  });

  it('at the latest when its visit is handed in, and the message names the hazard and what is missing', async () => {
    const hazards = [{ ...PLACE, enterprise: world.enterprise, measures: '更换垫片' }];
    const day = { visited_on: world.newDay() };
    const born = await world.city.send(
      'POST',
      '/items/visits',
      world.visit({ ...day, status: 'submitted', inspectors: await signed(world.city, world.people), hazards }),
    );
    expect(refusedBy(born)).toEqual(['visit.hazards.planned']);
    expect([born.errors[0]?.extensions.field, messageOf(born)]).toEqual(['hazards', expect.stringMatching(/“阀门渗漏”.*整改时限.*整改责任人/)]);
    const id = await make('visits', world.visit({ ...day, inspectors: await signed(world.city, world.people), hazards }));
    const late = await world.city.send('PATCH', `/items/visits/${id}`, { status: 'submitted' });
    expect(refusedBy(late)).toEqual(['visit.hazards.planned']);
    expect(await written(`UPDATE visits SET status = 'submitted' WHERE id = $1`, [id])).toBe('visits_hazards_planned');
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards WHERE visit = $1', [id]);
    const update = [{ id: rows[0]!.id, ...ELEMENTS }];
    done(await world.city.send('PATCH', `/items/visits/${id}`, { status: 'submitted', hazards: { create: [], update, delete: [] } }));
    // One that is added afterwards has them from the start.
    const added = await world.city.send('POST', '/items/hazards', { ...PLACE, enterprise: world.enterprise, visit: id });
    expect(refusedBy(added)).toContain('hazard.deadline.planned');
  });

  it('and one of before, which says less, can be changed in all else; a draft that is thrown away leaves its hazards', async () => {
    await test.database.query(`BEGIN; SET LOCAL zhudian.suppress_events = 'on'`);
    const { rows } = await test.database.query<{ id: string }>(
      `INSERT INTO hazards (id, enterprise, severity, status, title, description, found_on) VALUES (gen_random_uuid(), $1, 'general', 'open', $2, $3, '2025-12-01') RETURNING id`,
      [world.enterprise, PLACE.title, PLACE.description],
    );
    await test.database.query('COMMIT');
    done(await world.city.send('PATCH', `/items/hazards/${rows[0]!.id}`, { place: '二车间' }));
    done(await world.city.send('PATCH', `/items/hazards/${rows[0]!.id}`, { measures: '更换垫片' }));
    const draft = await make('visits', world.visit({ hazards: [{ ...PLACE, enterprise: world.enterprise }] }));
    done(await world.city.send('DELETE', `/items/visits/${draft}`));
  });
});

describe('a hazard is verified by somebody who saw it', () => {
  const claimed = async (): Promise<string> => {
    const id = await make('hazards', { enterprise: world.enterprise, ...PLACE, ...ELEMENTS, found_on: '2026-01-02' }, world.inspector);
    done(await world.inspector.send('PATCH', `/items/hazards/${id}`, RECTIFIED));
    return id;
  };
  const seen = { status: 'verified', verified_officer: '钱科长', verification: '现场查看3号釜出口法兰，已无渗漏，地面已清理' };

  it('who is named, on a day, with a note or a picture', async () => {
    const id = await claimed();
    expect(refusedBy(await world.county.send('PATCH', `/items/hazards/${id}`, { status: 'verified' })).sort()).toEqual([
      'hazard.verification.required',
      'hazard.verified_by.required',
    ]);
    expect(refusedBy(await world.county.send('PATCH', `/items/hazards/${id}`, { ...seen, verification: '已整改' }))).toEqual([
      'hazard.verification.concrete',
    ]);
    expect(await written(`UPDATE hazards SET status = 'verified', user_updated = NULL, verified_officer = '钱科长' WHERE id = $1`, [id])).toBe(
      'hazards_verified_evidence',
    );
    expect(
      await written(`UPDATE hazards SET status = 'verified', user_updated = NULL, verification = $2 WHERE id = $1`, [id, seen.verification]),
    ).toBe('hazards_verified_who');
    done(await world.county.send('PATCH', `/items/hazards/${id}`, seen));
    const { rows } = await test.database.query('SELECT status, verified_officer, verified_on = zhudian_today() AS today FROM hazards WHERE id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ status: 'verified', verified_officer: '钱科长', today: true }]);
    const emptied = { verification: null, correction_reason: '核验情况填写有误' };
    expect(refusedBy(await world.county.send('PATCH', `/items/hazards/${id}`, emptied))).toEqual(['hazard.verification.required']);
  });

  it('or with a picture that is not of the one who claims it', async () => {
    const id = await claimed();
    const [own] = await signed(world.inspector, ['']);
    done(
      await world.inspector.send('PATCH', `/items/hazards/${id}`, { photos_after: { create: [{ file: own!.signature }], update: [], delete: [] } }),
    );
    const { verification: _, ...named } = seen;
    expect(refusedBy(await world.county.send('PATCH', `/items/hazards/${id}`, named))).toEqual(['hazard.verification.required']);
    const [picture] = await signed(world.county, ['']);
    done(
      await world.county.send('PATCH', `/items/hazards/${id}`, {
        ...named,
        photos_after: { create: [{ file: picture!.signature }], update: [], delete: [] },
      }),
    );
  });

  it('and one that goes back to be rectified has nobody who saw it', async () => {
    const id = await claimed();
    done(await world.county.send('PATCH', `/items/hazards/${id}`, seen));
    done(await world.county.send('PATCH', `/items/hazards/${id}`, { status: 'rectifying', correction_reason: '再次渗漏，须更换法兰' }));
    const { rows } = await test.database.query(
      'SELECT verified_on, verified_by, verified_officer, verification, rectified_on FROM hazards WHERE id = $1',
      [id],
    );
    expect(rows).toEqual([{ verified_on: null, verified_by: null, verified_officer: null, verification: null, rectified_on: null }]);
  });
});

describe('days', () => {
  it('of a hazard belong to its state, are not ahead, and follow each other', async () => {
    const { enterprise } = world;
    const base = { enterprise, ...PLACE, ...ELEMENTS, found_on: '2026-01-10' };
    const refused = async (change: Row): Promise<(string | undefined)[]> =>
      refusedBy(await world.city.send('POST', '/items/hazards', { ...base, ...change }));
    expect(await refused({ verified_on: '2030-01-01' })).toContain('hazard.verified_on.state');
    expect(await refused({ verified_on: '2026-01-12' })).toEqual(['hazard.verified_on.state']);
    expect(await refused({ rectified_on: '2026-01-12' })).toEqual(['hazard.rectified_on.state']);
    const id = await make('hazards', base);
    expect(await world.sql(`UPDATE hazards SET verified_on = '2030-01-01' WHERE id = $1`, [id])).toBe('hazards_verified_on_state');
    expect(await world.sql(`UPDATE hazards SET rectified_on = '2026-01-12' WHERE id = $1`, [id])).toBe('hazards_rectified_on_state');
    done(await world.inspector.send('PATCH', `/items/hazards/${id}`, { ...RECTIFIED, rectified_on: '2026-01-15' }));
    const verify = { status: 'verified', verified_officer: '钱科长', verification: '现场查看法兰已无渗漏，地面已清理' };
    const verified = async (verified_on: string): Promise<(string | undefined)[]> =>
      refusedBy(await world.county.send('PATCH', `/items/hazards/${id}`, { ...verify, verified_on }));
    expect(await verified('2030-01-01')).toEqual(['hazard.verified_on.future']);
    expect(await verified('2026-01-14')).toEqual(['hazard.verified_on.before_rectified']);
    expect(await world.sql(`UPDATE hazards SET status = 'verified', user_updated = NULL, verified_officer = '钱科长', verification = '现场查看已无渗漏', verified_on = '2026-01-14' WHERE id = $1`, [id])).toBe('hazards_verified_on_after'); // prettier-ignore
    expect(await verified('2026-01-16')).toEqual([]);
  });

  it('that the system notes are not written by hand', async () => {
    const id = await make('visits', world.visit());
    expect(refusedBy(await world.city.send('PATCH', `/items/visits/${id}`, { submitted_at: '2030-01-01T00:00:00Z' }))).toEqual(['field.system']);
    await test.database.query(`UPDATE visits SET submitted_at = '2030-01-01' WHERE id = $1`, [id]);
    const { rows } = await test.database.query('SELECT submitted_at FROM visits WHERE id = $1', [id]);
    expect(rows).toEqual([{ submitted_at: null }]);
    const major = await make('hazards', { enterprise: world.enterprise, ...PLACE, severity: 'major' });
    const noted = await test.admin.send('PATCH', `/items/hazards/${major}`, { acknowledged_at: '2030-01-01T00:00:00Z' });
    expect(refusedBy(noted)).toEqual(['field.system']);
    expect(await world.sql(`UPDATE hazards SET reported_at = '2031-01-01' WHERE id = $1`, [major])).toBe('hazards_reported_at_past');
  });

  it('of an evaluation and its reply are not ahead, past Directus either', async () => {
    const insert = `INSERT INTO evaluations (id, county, quarter, kind, evaluated_on, findings) SELECT gen_random_uuid(), id, '2026-Q3', 'quarterly', '2099-01-01', '总体平稳' FROM counties LIMIT 1`;
    expect(await world.sql(insert)).toBe('evaluations_evaluated_on_past');
  });
});

describe('the times of a visit', () => {
  it('lie on its day, by the clock in Beijing, and not ahead of now', async () => {
    const visited_on = world.newDay();
    const refused = async (change: Row): Promise<(string | undefined)[]> =>
      refusedBy(await world.inspector.send('POST', '/items/visits', world.visit({ visited_on, ...change })));
    expect(await refused({ arrived_at: new Date().toISOString() })).toEqual(['visit.arrived_at.day']);
    expect(await refused({ arrived_at: `${visited_on}T00:30:00+08:00`, left_at: `${visited_on}T23:30:00Z` })).toEqual(['visit.left_at.day']);
    const id = done(
      await world.inspector.send<{ id: string }>(
        'POST',
        '/items/visits',
        world.visit({ visited_on, arrived_at: `${visited_on}T00:30:00+08:00`, left_at: `${visited_on}T23:30:00+08:00` }),
      ),
    ).id;
    expect(refusedBy(await world.inspector.send('PATCH', `/items/visits/${id}`, { visited_on: world.newDay() })).sort()).toEqual([
      'visit.arrived_at.day',
      'visit.left_at.day',
    ]);
    expect(await world.sql(`UPDATE visits SET arrived_at = now() WHERE id = $1`, [id])).toBe('visits_times_on_day');
    await setClock(test, '2027-03-03T01:00:00Z');
    try {
      const ahead = world.visit({ visited_on: '2027-03-03', arrived_at: '2027-03-03T10:00:00Z' });
      expect(refusedBy(await world.city.send('POST', '/items/visits', { ...ahead, status: 'submitted' }))).toContain('visit.arrived_at.future');
      // A phone whose clock is wrong keeps no major hazard of a draft from being reported.
      const { id: draft } = done(await world.city.send<{ id: string }>('POST', '/items/visits', ahead));
      expect(await world.sql(`UPDATE visits SET status = 'submitted' WHERE id = $1`, [draft])).toBe('visits_times_past');
    } finally {
      await setClock(test, null);
    }
  });
});
