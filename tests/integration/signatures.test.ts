import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawSignature } from '../../scripts/provision/drawSignature.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import type { Api } from '../support/Api.ts';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { photos, signatures } from '../support/samplePictures.ts';
import { signed } from '../support/signed.ts';
import { teamOfBefore } from '../support/teamOfBefore.ts';
import { useTestStack } from '../support/useTestStack.ts';

/** A signature is a drawing that somebody made for one row of one visit, whatever door it comes by. */
const test = useTestStack();
let world: RuleWorld;
beforeAll(async () => {
  world = await ruleWorld(test);
}, 600_000);

type Row = Record<string, unknown>;

const blank = (width: number, height: number, background: string | object): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: background as string } })
    .png()
    .toBuffer();
/** A signature on paper by lamplight, as a phone's camera sees it. */
const onPaper = async (): Promise<Buffer> => {
  const noise = Buffer.from(Array.from({ length: 1600 * 1200 }, (_, at) => 176 + ((at * 7919) % 23)));
  const ink = await sharp(drawSignature(5)).resize(900).png().toBuffer();
  return await sharp(noise, { raw: { width: 1600, height: 1200, channels: 1 } })
    .toColourspace('srgb')
    .composite([{ input: ink, left: 300, top: 300 }])
    .jpeg()
    .toBuffer();
};
const upload = async (bytes: Buffer, by: Api = world.city, name = '签字.png', type = 'image/png'): Promise<string> =>
  await by.upload(bytes, name, type);
const withSignature = (signature: unknown): Row => world.visit({ inspectors: [{ inspector: world.people[0], signature }] });

describe('what is no signature is refused at its field, with what to do', () => {
  it.each([
    ['a blank one', () => blank(720, 440, { r: 0, g: 0, b: 0, alpha: 0 }), '空白'],
    ['a white one', () => blank(720, 440, '#ffffff'), '空白'],
    ['one pixel', () => blank(1, 1, '#111111'), '1×1'],
    ['a black one', () => blank(720, 440, '#111111'), '不像签字'],
    ['a photo of the place', () => photos[0]![2](), '不像签字'],
    ['a thin line of nothing', () => blank(4000, 210, '#ffffff'), '大小'],
  ])('%s', async (_, draw, told) => {
    const file = await upload(await draw());
    for (const by of [world.city, test.admin]) {
      const born = await by.send('POST', '/items/visits', withSignature(file));
      expect([refusedBy(born), born.errors[0]?.extensions.field]).toEqual([['visit_inspector.signature.ink'], 'signature']);
      expect(messageOf(born)).toContain(told);
      expect(messageOf(born)).toMatch(/请在手机的签字框中重新签字/);
    }
    const id = done(await world.city.send<{ id: string }>('POST', '/items/visits', world.visit())).id;
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM visit_inspectors WHERE visit = $1 LIMIT 1', [id]);
    expect(refusedBy(await world.city.send('PATCH', `/items/visit_inspectors/${rows[0]!.id}`, { signature: file }))).toEqual([
      'visit_inspector.signature.ink',
    ]);
    const nested = { inspectors: { create: [], update: [{ id: rows[0]!.id, signature: file }], delete: [] } };
    expect(refusedBy(await world.city.send('PATCH', `/items/visits/${id}`, nested))).toEqual(['visit_inspector.signature.ink']);
    const { errors } = await world.city.graphql(
      `mutation { update_visit_inspectors_item(id: "${rows[0]!.id}", data: { signature: { id: "${file}" } }) { id } }`,
    );
    expect(errors.length).toBeGreaterThan(0);
  });

  it('the signature of another visit, and of another person of the same one', async () => {
    const [first] = await signed(world.city, [world.people[0]]);
    done(await world.city.send('POST', '/items/visits', world.visit({ inspectors: [first] })));
    const again = await world.city.send('POST', '/items/visits', world.visit({ inspectors: [first] }));
    expect([refusedBy(again), messageOf(again)]).toEqual([
      ['visit_inspector.signature.once'],
      '这张图片已用于其他签字或照片，不能再作为签字；请由本人在手机上重新签字',
    ]);
    const [one] = await signed(world.city, [world.people[0]]);
    const both = world.visit({ inspectors: world.people.map((inspector) => ({ inspector, signature: one!.signature })) });
    expect(refusedBy(await world.city.send('POST', '/items/visits', both))).toEqual(['visit_inspector.signature.once']);
    const { rows } = await test.database.query<{ visit: string }>('SELECT visit FROM visit_inspectors WHERE signature = $1', [first!.signature]);
    expect(
      await world.sql('INSERT INTO visit_inspectors (id, visit, inspector, signature) VALUES (gen_random_uuid(), $1, $2, $3)', [
        rows[0]!.visit,
        world.people[1],
        first!.signature,
      ]),
    ).toBe('signature_once');
  });

  it('a photo of a visit or a hazard, however it looks', async () => {
    const file = await upload(drawSignature(77));
    done(await world.city.send('POST', '/items/visits', world.visit({ photos: [{ file }] })));
    expect(refusedBy(await world.city.send('POST', '/items/visits', withSignature(file)))).toEqual(['visit_inspector.signature.once']);
  });

  it('what somebody else has uploaded, and what was there before the day', async () => {
    const theirs = await upload(drawSignature(78), world.inspector);
    expect(refusedBy(await world.city.send('POST', '/items/visits', withSignature(theirs)))).toEqual(['visit_inspector.signature.own']);
    const old = await upload(drawSignature(79));
    await test.database.query(`UPDATE directus_files SET uploaded_on = '2024-01-01' WHERE id = $1`, [old]);
    expect(refusedBy(await world.city.send('POST', '/items/visits', withSignature(old)))).toEqual(['visit_inspector.signature.before']);
  });
});

describe('what the app makes is a signature', () => {
  it.each(signatures.map(([name, type, bytes]) => [name, type, bytes] as const))('drawn: %s', async (name, type, bytes) => {
    done(await world.city.send('POST', '/items/visits', withSignature(await upload(await bytes(), world.city, name, type))));
  });

  it('photographed on paper, and on a tablet’s wide pad', async () => {
    done(await world.city.send('POST', '/items/visits', withSignature(await upload(await onPaper(), world.city, '签字.jpg', 'image/jpeg'))));
    const wide = await sharp(drawSignature(9))
      .extend({ left: 0, right: 1480, background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .png()
      .toBuffer();
    done(await world.city.send('POST', '/items/visits', withSignature(await upload(wide))));
  });

  it('and what a row has already stays with it, in every later save', async () => {
    const [first, second] = await signed(world.city, world.people);
    const { id } = done(await world.city.send<{ id: string }>('POST', '/items/visits', world.visit({ inspectors: [first, second] })));
    const { rows } = await test.database.query<{ id: string; signature: string }>('SELECT id, signature FROM visit_inspectors WHERE visit = $1', [
      id,
    ]);
    const update = rows.map((row) => ({ id: row.id, signature: row.signature }));
    done(await world.city.send('PATCH', `/items/visits/${id}`, { inspectors: { create: [], update, delete: [] } }));
  });
});

describe('whoever is there is of the team, of the county or of the city', () => {
  const foreign = async (): Promise<string> => {
    const county = countyId('370829');
    return done(await world.city.send<{ id: string }>('POST', '/items/inspectors', { county, level: 'county', name: '邻县人员' })).id;
  };
  const IN_WORDS = '驻点人员须是本组人员、本县（市、区）人员或市级人员；其他县（市、区）的人员不能作为本次驻点人员';

  it('a person of another county is refused in a draft, by whichever door', async () => {
    const stranger = await foreign();
    const people = [{ inspector: world.people[0] }, { inspector: stranger }];
    for (const by of [world.inspector, world.county, world.city, test.admin]) {
      const sent = await by.send('POST', '/items/visits', world.visit({ inspectors: people, inspectors_reason: '代班' }));
      expect(sent.errors.length).toBeGreaterThan(0);
    }
    const sent = await world.city.send('POST', '/items/visits', world.visit({ inspectors: people, inspectors_reason: '代班' }));
    expect(messageOf(sent)).toBe(IN_WORDS);
    const id = done(await world.city.send<{ id: string }>('POST', '/items/visits', world.visit())).id;
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM visit_inspectors WHERE visit = $1 LIMIT 1', [id]);
    expect(messageOf(await world.city.send('PATCH', `/items/visit_inspectors/${rows[0]!.id}`, { inspector: stranger }))).toBe(IN_WORDS);
  });

  it('a member of the team is taken, whichever county pays for them', async () => {
    const stranger = await foreign();
    const enterprise = await world.newEnterprise();
    const inspectors = (await teamOfBefore(test, world, enterprise, stranger)).map((inspector) => ({ inspector }));
    done(await world.city.send('POST', '/items/visits', world.visit({ enterprise, inspectors })));
  });

  it('a visit whose enterprise was changed to another county is not handed in by people of the first', async () => {
    const [mine] = await signed(world.city, [world.people[0]]);
    const [theirs] = await signed(world.city, [world.people[1]]);
    const { id } = done(await world.city.send<{ id: string }>('POST', '/items/visits', world.visit({ inspectors: [mine, theirs] })));
    const enterprise = await world.newEnterprise({ county: countyId('370829') });
    done(await world.city.send('PATCH', `/items/visits/${id}`, { enterprise }));
    const sent = await world.city.send('PATCH', `/items/visits/${id}`, { status: 'submitted', inspectors_reason: '代班' });
    expect(refusedBy(sent)).toContain('visit.inspectors.county');
  });
});
