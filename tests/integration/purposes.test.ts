import { beforeAll, describe, expect, it } from 'vitest';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import type { Api } from '../support/Api.ts';
import { records, type Records } from '../support/records.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { signed } from '../support/signed.ts';
import { useTestStack } from '../support/useTestStack.ts';

type Row = Record<string, unknown>;

const test = useTestStack();
let world: RuleWorld;
let make: Records['make'];
let hazard: Records['hazard'];
let upload: Records['upload'];
beforeAll(async () => {
  world = await ruleWorld(test);
  ({ make, hazard, upload } = records(() => world));
}, 600_000);

const RECTIFIED = { status: 'rectified', rectified_on: '2025-06-10', rectification: '已更换液位计并标定合格' };
const add = (field: string, file: string): Row => ({ [field]: { create: [{ file }], update: [], delete: [] } });
const link = async (by: Api, path: string, field: string, file: string): Promise<(string | undefined)[]> =>
  refusedBy(await by.send('PATCH', `/items/${path}`, add(field, file)));
const insert = async (table: string, parent: string, id: string, file: string): Promise<string> =>
  await world.sql(`INSERT INTO ${table} (id, ${parent}, file) VALUES (gen_random_uuid(), $1, $2)`, [id, file]);

describe('a photo', () => {
  it('is no signature, and nothing that is attached elsewhere', async () => {
    const visit = await make('visits', world.visit({ inspectors: await signed(world.inspector, world.people) }), world.inspector);
    const { rows } = await test.database.query<{ file: string }>('SELECT signature AS file FROM visit_inspectors WHERE visit = $1 LIMIT 1', [visit]);
    const signature = rows[0]!.file;
    const id = await hazard({}, world.inspector);
    const answer = await world.inspector.send('PATCH', `/items/hazards/${id}`, add('photos_before', signature));
    expect([refusedBy(answer), answer.errors[0]?.extensions.field]).toEqual([['photo.signature'], 'file']);
    expect(messageOf(answer)).toContain('签字');
    expect(await link(world.inspector, `hazards/${id}`, 'photos_after', signature)).toEqual(['photo.signature']);
    expect(await link(world.inspector, `visits/${visit}`, 'photos', signature)).toEqual(['photo.signature']);
    for (const [table, parent, of] of [
      ['hazards_photos_before', 'hazard', id],
      ['hazards_photos_after', 'hazard', id],
      ['visits_photos', 'visit', visit],
    ] as const)
      expect(await insert(table, parent, of, signature), table).toBe('photo_signature');

    const attached = await upload(world.county);
    const { rows: counties } = await test.database.query<{ county: string }>('SELECT county FROM enterprises WHERE id = $1', [world.enterprise]);
    const evaluation = { county: counties[0]!.county, quarter: '2026-Q3', kind: 'quarterly', evaluated_on: '2026-09-20', findings: '总体平稳有序' };
    await make('evaluations', { ...evaluation, attachments: [{ file: attached }] });
    expect(await link(world.city, `hazards/${id}`, 'photos_before', attached)).toEqual(['photo.attachment']);
    expect(await insert('hazards_photos_before', 'hazard', id, attached)).toBe('photo_attachment');
  });

  it('of what was found does not show that it was rectified', async () => {
    const found = await upload(world.inspector);
    const id = await hazard({ photos_before: [{ file: found }] }, world.inspector);
    const claim = await world.inspector.send('PATCH', `/items/hazards/${id}`, { ...RECTIFIED, ...add('photos_after', found) });
    expect([refusedBy(claim), messageOf(claim).includes('整改前的照片')]).toEqual([['photo.once'], true]);
    expect(refusedBy(await world.inspector.send('POST', '/items/hazards_photos_after', { hazard: id, file: found }))).toEqual(['photo.once']);
    expect(await insert('hazards_photos_after', 'hazard', id, found)).toBe('photo_once');
    const after = await upload(world.inspector);
    done(await world.inspector.send('PATCH', `/items/hazards/${id}`, { ...RECTIFIED, ...add('photos_after', after) }));
    expect(await link(world.inspector, `hazards/${id}`, 'photos_before', after)).toEqual(['photo.once']);
    // Nor another hazard, of the same enterprise or of another one of the county.
    for (const enterprise of [world.enterprise, await world.newEnterprise()]) {
      const other = await hazard({ enterprise, title: '围堰破损' });
      for (const field of ['photos_before', 'photos_after'])
        for (const file of [found, after]) expect(await link(world.city, `hazards/${other}`, field, file), field).toEqual(['photo.once']);
    }
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards_photos_after WHERE hazard = $1', [id]);
    const exchanged = await world.inspector.send('PATCH', `/items/hazards_photos_after/${rows[0]!.id}`, { file: found });
    expect(exchanged.errors.length).toBeGreaterThan(0);
  });

  it('of a visit shows what was found there, and a later one what was rectified, but no other visit', async () => {
    const [first, second] = [world.newDay(), world.newDay()];
    const [here, there, later] = [await upload(world.inspector), await upload(world.inspector), await upload(world.inspector)];
    const shown = { title: '液位计失灵', description: '罐区V-201储罐液位计指示为零，实际液位偏高', enterprise: world.enterprise, found_on: first };
    const visit = await make(
      'visits',
      world.visit({
        visited_on: first,
        photos: [{ file: here }],
        hazards: [
          { ...shown, photos_before: [{ file: here }, { file: there }] },
          { ...shown, title: '围堰破损', photos_before: [{ file: there }] },
        ],
      }),
      world.inspector,
    );
    const again = await make('visits', world.visit({ visited_on: second, photos: [{ file: later }] }), world.inspector);
    for (const file of [here, there]) {
      const refused = await link(world.inspector, `visits/${again}`, 'photos', file);
      expect(refused).toEqual(['photo.once']);
      expect(await insert('visits_photos', 'visit', again, file)).toBe('photo_once');
    }
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards WHERE visit = $1 ORDER BY title', [visit]);
    expect(await link(world.inspector, `hazards/${rows[0]!.id}`, 'photos_before', later)).toEqual(['photo.once']);
    expect(await link(world.inspector, `hazards/${rows[0]!.id}`, 'photos_after', later)).toEqual([]);
  });
});
