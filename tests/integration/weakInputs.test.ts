import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { folders } from '../../schema/folders.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { done, messageOf, refusedBy } from '../support/answers.ts';
import type { Api, ApiAnswer } from '../support/Api.ts';
import { PIXEL } from '../support/pixel.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { useTestStack } from '../support/useTestStack.ts';

/** What a program sends in place of a form: places that are none, files that are not what they say, names that lie. */
const test = useTestStack();
let world: RuleWorld;
beforeAll(async () => {
  world = await ruleWorld(test);
}, 600_000);

const point = (...coordinates: unknown[]): unknown => ({ type: 'Point', coordinates });

describe('a place', () => {
  const ODD = [point(35.4, 116.6), point(0, 0), point('116', '35'), point(116, 35, 9), { type: 'Polygon', coordinates: [] }, '北门', [], { a: 'x' }];

  it('is a point of the country, of enterprises and of visits, in REST and in GraphQL', async () => {
    for (const location of ODD) {
      const enterprise = await world.city.send('POST', '/items/enterprises', { county: countyId('370811'), name: '位置示例化工', location });
      expect([location, refusedBy(enterprise), enterprise.errors[0]?.extensions.field]).toEqual([
        location,
        ['enterprises.location.point'],
        'location',
      ]);
      expect([location, refusedBy(await world.city.send('POST', '/items/visits', world.visit({ location })))]).toEqual([
        location,
        ['visits.location.point'],
      ]);
    }
    const { errors } = await world.city.graphql(
      `mutation { update_enterprises_item(id: "${world.enterprise}", data: { location: "{\\"type\\":\\"Point\\",\\"coordinates\\":[35,116]}" }) { id } }`,
    );
    expect(JSON.stringify(errors)).toContain('位置');
    done(await world.city.send('PATCH', `/items/enterprises/${world.enterprise}`, { location: point(116.58, 35.41) }));
    done(await world.city.send('PATCH', `/items/enterprises/${world.enterprise}`, { location: null }));
  });

  it('nor does PostgreSQL take another one; what was there before stays, and is no hindrance', async () => {
    for (const location of ODD)
      expect(await world.sql('UPDATE enterprises SET location = $2 WHERE id = $1', [world.enterprise, JSON.stringify(location)])).toBe(
        'enterprises_location_point',
      );
    const place = JSON.stringify(point(116.58, 35.41));
    expect(await world.sql('UPDATE enterprises SET location = $2 WHERE id = $1', [world.enterprise, place])).toBe('written');
    await test.database.query('ALTER TABLE enterprises DISABLE TRIGGER enterprises_far_places');
    await test.database.query(`UPDATE enterprises SET location = '{"old": true}' WHERE id = $1`, [world.enterprise]);
    await test.database.query('ALTER TABLE enterprises ENABLE TRIGGER enterprises_far_places');
    done(await world.city.send('PATCH', `/items/enterprises/${world.enterprise}`, { address: '示例路2号' }));
  });
});

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function offer(
  by: Api,
  bytes: Uint8Array | string,
  name: string,
  type: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<ApiAnswer> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([Uint8Array.from(Buffer.from(bytes))], { type }), name);
  return await by.sendForm('/files', form);
}
const stored = async (): Promise<number> => (await test.database.query('SELECT FROM directus_files')).rowCount ?? 0;

describe('a file', () => {
  it.each([
    ['PK\u0003\u0004', '四字节.docx', DOCX, 'file.kind'],
    ['MZ\u0090\u0000\u0003', '合同.pdf', 'application/pdf', 'file.kind'],
    ['MZ\u0090\u0000\u0003', '现场.jpg', 'image/jpeg', 'file.picture'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '图.svg', 'image/svg+xml', 'file.picture'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '图.png', 'image/png', 'file.picture'],
    ['<!DOCTYPE html><script>alert(1)</script>', '说明.txt', 'text/plain', 'file.kind'],
    ['企业,人员', '名册.html', 'text/plain', 'file.kind'],
    ['%PDF-1.7', '报告.exe', 'application/pdf', 'file.kind'],
  ])('that is not what it says is refused with the reason, and nothing of it stays: %j as %s', async (bytes, name, type, rule) => {
    const before = await stored();
    for (const by of [world.city, world.inspector, test.admin]) {
      const answer = await offer(by, Buffer.from(bytes, 'latin1'), name, type);
      expect([answer.status, refusedBy(answer)]).toEqual([400, [rule]]);
      expect(messageOf(answer)).toMatch(/请|重新上传/);
    }
    expect(await stored()).toBe(before);
  });

  it('nor is one put under the key of another, in a replacement', async () => {
    const id = await world.city.upload(Buffer.from('%PDF-1.7\n'), '报告.pdf', 'application/pdf');
    const form = new FormData();
    form.append('file', new Blob(['MZ'], { type: 'application/pdf' }), '报告.pdf');
    expect(refusedBy(await world.city.sendForm(`/files/${id}`, form, 'PATCH'))).toEqual(['file.kind']);
    expect((await world.city.download(`/assets/${id}`)).toString()).toContain('%PDF-1.7');
  });

  it('has a name that reads as it is: nothing turns it round, no path, not without end', async () => {
    const turned = await offer(world.city, PIXEL, 'a\u202egpj.png', 'image/png', { title: '罐区\u2066\u200b照片\u2069', description: '左\u202e右' });
    const { id } = done(turned as ApiAnswer<{ id: string }>);
    const { rows } = await test.database.query('SELECT filename_download, title, description FROM directus_files WHERE id = $1', [id]);
    expect(rows).toEqual([{ filename_download: 'agpj.png', title: '罐区照片', description: '左右' }]);
    done(await world.city.send('PATCH', `/files/${id}`, { title: '\u202e改名', filename_download: '..\\..\\a/b.png' }));
    const { rows: after } = await test.database.query('SELECT filename_download, title FROM directus_files WHERE id = $1', [id]);
    expect(after).toEqual([{ filename_download: '.._.._a_b.png', title: '改名' }]);
    const long = await offer(world.city, PIXEL, `${'长'.repeat(300)}.png`, 'image/png');
    expect([long.status, refusedBy(long)[0]]).toEqual([400, 'file.filename_download.plain']);
    expect(messageOf(long)).toContain('超过上限 200');
    expect(refusedBy(await world.city.send('PATCH', `/files/${id}`, { title: '长'.repeat(300) }))).toEqual(['file.title.plain']);
    expect(refusedBy(await world.city.send('PATCH', `/files/${id}`, { title: 'a\u0007' }))).toEqual(['file.title.plain']);
  });

  it('is not put where others look for what the office has put there', async () => {
    for (const [by, folder, status] of [
      [world.inspector, folders.photos, 200],
      [world.inspector, folders.documents, 400],
      [world.inspector, folders.templates, 400],
      [world.county, folders.documents, 200],
      [world.county, folders.templates, 400],
      [world.city, folders.templates, 200],
    ] as const) {
      const answer = await offer(by, PIXEL, 'a.png', 'image/png', { folder });
      expect([folder, answer.status], messageOf(answer)).toEqual([folder, status]);
      if (status === 400) expect(refusedBy(answer)).toEqual(['file.folder.plain']);
    }
    const { id } = done((await offer(world.inspector, PIXEL, 'a.png', 'image/png')) as ApiAnswer<{ id: string }>);
    expect(refusedBy(await world.inspector.send('PATCH', `/files/${id}`, { folder: folders.templates }))).toEqual(['file.folder.plain']);
  });

  it('is not put over another one by its key, and has no key that is none', async () => {
    const id = await world.city.upload(PIXEL, '市级.png', 'image/png');
    const before = await world.city.download(`/assets/${id}`);
    for (const by of [world.inspector, world.county, world.city])
      expect([400, 403, 409]).toContain((await offer(by, Buffer.from('%PDF-1.7 other'), '别的.pdf', 'application/pdf', { id })).status);
    expect(await world.city.download(`/assets/${id}`)).toEqual(before);
    const { rows } = await test.database.query('SELECT filename_download FROM directus_files WHERE id = $1', [id]);
    expect(rows).toEqual([{ filename_download: '市级.png' }]);
    for (const key of ['a', '../../etc/passwd', '1'])
      expect([key, refusedBy(await offer(world.inspector, PIXEL, 'a.png', 'image/png', { id: key }))]).toEqual([key, ['file.id.plain']]);
    const own = randomUUID();
    expect((await offer(world.inspector, PIXEL, 'a.png', 'image/png', { id: own })).status).toBe(200);
  });
});
