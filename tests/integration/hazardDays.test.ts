import { beforeAll, describe, expect, it } from 'vitest';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { FACTS, PLAN, records, type Records } from '../support/records.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { useTestStack } from '../support/useTestStack.ts';

type Row = Record<string, unknown>;

const test = useTestStack();
let world: RuleWorld;
let make: Records['make'];
let hazard: Records['hazard'];
beforeAll(async () => {
  world = await ruleWorld(test);
  ({ make, hazard } = records(() => world));
}, 600_000);
const found = async (id: string): Promise<unknown> =>
  (await test.database.query<{ day: string }>('SELECT found_on::text AS day FROM hazards WHERE id = $1', [id])).rows[0]?.day;

describe('the day a hazard was found', () => {
  it('is its visit’s, named or not, from the phone and past Directus', async () => {
    const [day, other] = [world.newDay(), world.newDay()];
    const visit = await make('visits', world.visit({ visited_on: day }), world.inspector);
    const add = { enterprise: world.enterprise, visit, ...FACTS, ...PLAN };
    for (const by of [world.inspector, world.city]) {
      const wrong = await by.send('POST', '/items/hazards', { ...add, found_on: other });
      expect([refusedBy(wrong), wrong.errors[0]?.extensions.field]).toEqual([['hazard.found_on.visit'], 'found_on']);
      expect(messageOf(wrong)).toContain(day);
    }
    const id = await make('hazards', add, world.inspector);
    expect(await found(id)).toBe(day);
    expect(refusedBy(await world.inspector.send('PATCH', `/items/hazards/${id}`, { found_on: other }))).toEqual(['hazard.found_on.visit']);
    expect(await world.sql('UPDATE hazards SET found_on = $2 WHERE id = $1', [id, other])).toBe('hazards_found_on_visit');
    expect(
      await world.sql(
        `INSERT INTO hazards (id, enterprise, visit, severity, status, title, description, found_on) VALUES (gen_random_uuid(), $1, $2, 'major', 'open', $3, $4, $5)`,
        [world.enterprise, visit, FACTS.title, FACTS.description, other],
      ),
    ).toBe('hazards_found_on_visit');
    const second = await make('visits', world.visit({ visited_on: other }), world.inspector);
    done(await world.city.send('PATCH', `/items/hazards/${id}`, { visit: second }));
    expect(await found(id)).toBe(other);
  });

  it('stays as it was where it was written before that was asked, in a later save of its visit as well', async () => {
    const [day, before] = ['2025-05-20', '2025-05-18'];
    const visit = await make('visits', await world.handedIn({ visited_on: day, hazards: [{ ...FACTS, ...PLAN, enterprise: world.enterprise }] }));
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards WHERE visit = $1', [visit]);
    const id = rows[0]!.id;
    await test.database.query(`BEGIN; SET LOCAL zhudian.suppress_events = 'on'`);
    await test.database.query(`UPDATE hazards SET found_on = $2, correction_reason = '照原件录入的日期' WHERE id = $1`, [id, before]);
    await test.database.query('COMMIT');
    const update = [{ id, measures: '更换液位计并重新标定' }];
    const nested = { correction_reason: '补充整改措施', hazards: { create: [], update, delete: [] } };
    done(await world.city.send('PATCH', `/items/visits/${visit}`, nested));
    expect(await found(id)).toBe(before);
  });

  it('goes along with a visit that turns out to be of another day, and its history says so', async () => {
    const [day, right] = [world.newDay(), world.newDay()];
    const born = { ...FACTS, ...PLAN, enterprise: world.enterprise };
    const row = await world.handedIn({ visited_on: day, hazards: [born, { ...born, title: '围堰破损', deadline: '2025-12-31' }] });
    const visit = await make('visits', row);
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards WHERE visit = $1 ORDER BY title DESC', [visit]);
    const late = await world.city.send('PATCH', `/items/visits/${visit}`, { visited_on: '2026-02-03', correction_reason: '驻点日期登记有误' });
    expect([refusedBy(late), late.errors[0]?.extensions.field]).toEqual([['visit.visited_on.hazards'], 'visited_on']);
    expect(messageOf(late)).toContain('“围堰破损”');
    done(await world.city.send('PATCH', `/items/visits/${visit}`, { visited_on: right, correction_reason: '驻点日期登记有误' }));
    for (const { id } of rows) {
      expect(await found(id)).toBe(right);
      const { rows: notes } = await test.database.query<Row>(`SELECT note FROM hazard_events WHERE hazard = $1 AND note LIKE '更正：%'`, [id]);
      expect(notes).toEqual([{ note: expect.stringContaining(right) as string }]);
    }
  });

  it('is none before everything is counted, where there is no visit', async () => {
    const early = await world.inspector.send('POST', '/items/hazards', { enterprise: world.enterprise, ...FACTS, ...PLAN, found_on: '2023-07-31' });
    expect([refusedBy(early), early.errors[0]?.extensions.field]).toEqual([['hazard.found_on.since'], 'found_on']);
    expect(messageOf(early)).toContain('2023-08-01');
    const id = await hazard({}, world.inspector);
    expect(refusedBy(await world.inspector.send('PATCH', `/items/hazards/${id}`, { found_on: '2020-01-01' }))).toEqual(['hazard.found_on.since']);
    expect(await world.sql(`UPDATE hazards SET found_on = '2023-07-31' WHERE id = $1`, [id])).toBe('hazards_found_on_since');
  });
});

describe('a visit', () => {
  it('that lasted no minute, or over midnight, is not handed in', async () => {
    const visited_on = world.newDay();
    const at = (time: string): string => `${visited_on}T${time}+08:00`;
    const sent = async (arrived_at: string, left_at: string): Promise<[(string | undefined)[], unknown]> => {
      const answer = await world.city.send('POST', '/items/visits', await world.handedIn({ visited_on, arrived_at, left_at }));
      return [refusedBy(answer), answer.errors[0]?.extensions.field];
    };
    expect(await sent(at('09:00:00'), at('09:00:00'))).toEqual([['visit.left_at.same'], 'left_at']);
    const next = new Date(Date.parse(`${visited_on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    expect(await sent(at('22:00:00'), `${next}T01:00:00+08:00`)).toEqual([['visit.left_at.day'], 'left_at']);
    // A phone that fills in one moment for both keeps nothing from being reported.
    const draft = await make('visits', world.visit({ visited_on, arrived_at: at('09:00:00'), left_at: at('09:00:30') }), world.inspector);
    expect(await world.sql(`UPDATE visits SET status = 'submitted' WHERE id = $1`, [draft])).toBe('visits_times_apart');
    expect(refusedBy(await world.inspector.send('PATCH', `/items/visits/${draft}`, { status: 'submitted' }))).toContain('visit.left_at.same');
  });
});
