import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { readSnapshot } from '../../scripts/schema/readSnapshot.ts';
import { messageOf, refusedBy } from '../support/answers.ts';
import { FACTS, PLAN, records } from '../support/records.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

type Row = Record<string, unknown>;

const test = useTestStack();
let world: RuleWorld;
beforeAll(async () => {
  world = await ruleWorld(test);
}, 600_000);
const { make, hazard, upload } = records(() => world);

describe('what the system notes is written by nobody else', () => {
  const SYSTEM = readSnapshot()
    .fields.filter(
      ({ collection, field, schema, meta }) =>
        schema && !collection.startsWith('directus_') && meta.readonly && !['id', 'client_key'].includes(field),
    )
    .map(({ collection, field, type }) => [collection, field, type] as const);
  const VALUES: Readonly<Record<string, unknown>> = {
    timestamp: '2020-01-01T00:00:00Z',
    date: '2020-01-01',
    uuid: '00000000-0000-4000-8000-000000000001',
    integer: 7,
    bigInteger: 7,
    decimal: '7',
    boolean: true,
    json: [],
  };

  const CORRECTED = ['visits', 'hazards', 'monthly_reports'];
  /** What the system itself goes on writing meanwhile. */
  const BUSY = ['deliveries', 'outbox', 'suspicions'];

  it('names who made a row and when, when it was handed in, reported and confirmed', () => {
    const told = SYSTEM.map(([collection, field]) => `${collection}.${field}`);
    for (const field of ['user_created', 'date_created'])
      for (const of of ['visits', 'hazards', 'monthly_reports', 'evaluations']) expect(told).toContain(`${of}.${field}`);
    for (const one of ['visits.submitted_at', 'hazards.reported_at', 'hazards.acknowledged_at', 'hazards.acknowledged_by', 'monthly_reports.on_time'])
      expect(told).toContain(one);
    expect(new Set(SYSTEM.map(([collection]) => collection)).size).toBeGreaterThan(20);
  });

  it.each([...new Set(SYSTEM.map(([collection]) => collection))])(
    '%s: not by the city, a county, an inspector or the administrator',
    async (collection) => {
      const row = await anyRow(collection);
      const path = collection === 'settings' ? '/items/settings' : `/items/${collection}/${row.id}`;
      // With the reason that a correction needs: what is refused is the field.
      const reason = CORRECTED.includes(collection) ? { correction_reason: '登记时写错了' } : {};
      for (const [of, field, type] of SYSTEM) {
        if (of !== collection) continue;
        for (const by of [world.city, world.county, world.inspector]) {
          const { status, errors } = await by.send('PATCH', path, { [field]: VALUES[type] ?? '他人', ...reason });
          expect([field, [400, 403].includes(status), status], JSON.stringify(errors)).toEqual([field, true, status]);
        }
        expect([field, refusedBy(await test.admin.send('PATCH', path, { [field]: VALUES[type] ?? '他人', ...reason }))]).toEqual([
          field,
          ['field.system'],
        ]);
      }
      const after = await test.database.query<Row>(`SELECT * FROM ${collection} WHERE id = $1`, [row.id]);
      for (const [of, field] of SYSTEM)
        if (of === collection && !BUSY.includes(collection)) expect([field, after.rows[0]![field]]).toEqual([field, row[field]]);
    },
  );

  /** A row of a collection; of those that the demo has none of, one that is made here. */
  async function anyRow(collection: string): Promise<Row & { id: string }> {
    const read = async (): Promise<(Row & { id: string }) | undefined> =>
      (await test.database.query<Row & { id: string }>(`SELECT * FROM ${collection} ORDER BY id LIMIT 1`)).rows[0];
    const found = await read();
    if (found) return found;
    const { rows } = await test.database.query<{ county: string }>('SELECT county FROM enterprises WHERE id = $1', [world.enterprise]);
    const county = rows[0]!.county;
    const file = await upload(world.city);
    const made: Readonly<Record<string, () => Promise<unknown>>> = {
      evaluations: () => make('evaluations', { county, quarter: '2025-Q1', kind: 'quarterly', evaluated_on: '2025-03-20' }),
      evaluations_files: async () => make('evaluations_files', { evaluation: (await anyRow('evaluations')).id, file }),
      monthly_reports: () => make('monthly_reports', { county, period: '2025-06' }),
      report_events: () => anyRow('monthly_reports'),
      opening_balances: () => make('opening_balances', { county: countyId('370883'), as_of: '2023-08-02' }),
      report_periods: () => make('report_periods', { period: '2024-02', due_at: '2030-01-01T09:30:00Z' }),
      visits_photos: async () => make('visits', world.visit({ photos: [{ file }] })),
      hazards_photos_before: () => hazard({ photos_before: [{ file }] }),
      hazards_photos_after: () => hazard({ photos_after: [{ file }] }),
      documents: async () => make('documents', { kind: 'work_log', status: 'ready', title: '工作日志', visit: await world.submitted(), file }),
      suspicions: () =>
        test.database.query(
          `INSERT INTO suspicions (id, key, kind, status, county, period, reason) VALUES ($1, 'sample', 'outlier', 'open', $2, '2024-01', '明显偏高')`,
          [randomUUID(), county],
        ),
      outbox: () => hazard({ severity: 'major' }),
      deliveries: async () => {
        await hazard({ severity: 'major' });
        await waitFor('its mail is in the ledger', read);
      },
    };
    await made[collection]?.();
    const row = await read();
    if (!row) throw new Error(`nobody has made a row of ${collection}`);
    return row;
  }

  it('nor with a new row: what Directus fills in is its own', async () => {
    const id = await hazard({ user_created: '00000000-0000-4000-8000-000000000001', date_created: '2020-01-01T00:00:00Z' });
    const { rows } = await test.database.query<{ ok: boolean }>(
      `SELECT h.date_created > now() - interval '1 hour' AND u.email = 'city@zhudian.example.org' AS ok FROM hazards h JOIN directus_users u ON u.id = h.user_created WHERE h.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ ok: true }]);
    const answer = await world.city.send('POST', '/items/hazards', {
      enterprise: world.enterprise,
      ...FACTS,
      ...PLAN,
      reported_at: '2025-01-01T00:00:00Z',
    });
    expect(refusedBy(answer)).toEqual(['field.system']);
    expect(messageOf(answer)).toContain('由系统记录，不能填写或改动');
  });
});
