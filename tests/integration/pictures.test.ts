import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { simpleParser } from 'mailparser';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { done } from '../support/answers.ts';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import type { HazardFacts } from '../../extensions/core/src/hazards/HazardFacts.ts';
import { Api, type ApiAnswer } from '../support/Api.ts';
import { drawPages, type Pages } from '../support/drawPages.ts';
import { hasOffice } from '../support/hasOffice.ts';
import { hazardMails } from '../support/hazardMails.ts';
import { inkOf } from '../support/inkOf.ts';
import { keepPages } from '../support/keepPages.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { photos, signatures } from '../support/samplePictures.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
const { save, sent, mailsOf } = hazardMails(test);
const HEIC = await readFile(new URL('../fixtures/pictures/iphone.heic', import.meta.url));
let world: RuleWorld;

beforeAll(async () => {
  world = await ruleWorld(test);
}, 600_000);

interface Stored {
  readonly type: string;
  readonly filename_download: string;
  readonly width: number | null;
}
const stored = async (id: string): Promise<Stored> =>
  (await test.database.query<Stored>('SELECT type, filename_download, width FROM directus_files WHERE id = $1', [id])).rows[0]!;
const countFiles = async (): Promise<number> =>
  (await test.database.query<{ count: number }>('SELECT count(*)::int AS count FROM directus_files')).rows[0]!.count;

/** The mean of a part of a picture, told in parts of its width and height. */
async function colourAt(picture: Buffer, x: number, y: number): Promise<{ r: number; g: number; b: number }> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels;
  return { r: data[at]!, g: data[at + 1]!, b: data[at + 2]! };
}

describe('a picture that somebody uploads', () => {
  it.each(photos)('%s is kept so that browsers and documents draw it, upright', { timeout: 120_000 }, async (name, type, make) => {
    const id = await world.inspector.upload(await make(), name, type);
    const { type: kept, filename_download } = await stored(id);
    expect(['image/jpeg', 'image/png', 'image/webp']).toContain(kept);
    expect(filename_download).toMatch({ 'image/jpeg': /\.jpe?g$/, 'image/png': /\.png$/ }[kept] ?? /\.webp$/);
    const printed = await world.inspector.download(`/zhudian/pictures/${id}`);
    expect((await sharp(printed).metadata()).format).toBe('jpeg');
    const [above, below] = [await colourAt(printed, 0.5, 0.2), await colourAt(printed, 0.5, 0.8)];
    expect(above.g).toBeGreaterThan(above.r + 60);
    expect(below.r).toBeGreaterThan(below.g + 60);
    expect((await world.inspector.raw(`/assets/${id}?key=system-medium-contain`)).status).toBe(200);
  });

  it.each(signatures)('%s has a white ground where it is printed', { timeout: 60_000 }, async (name, type, make) => {
    const id = await world.inspector.upload(await make(), name, type);
    const printed = await world.inspector.download(`/zhudian/pictures/${id}`);
    const grey = await sharp(printed).greyscale().raw().toBuffer();
    expect(grey.filter((value) => value > 240).length / grey.length).toBeGreaterThan(0.7);
    expect(grey.filter((value) => value < 100).length / grey.length).toBeGreaterThan(0.01);
  });

  it.each(['image/heic', 'image/heif', 'application/octet-stream', 'image/jpeg'])(
    'an iPhone’s HEIC that a browser calls %s becomes a JPEG',
    { timeout: 120_000 },
    async (type) => {
      const id = await world.inspector.upload(HEIC, 'IMG_0042.HEIC', type);
      expect(await stored(id)).toMatchObject({ type: 'image/jpeg', filename_download: 'IMG_0042.jpg' });
      const whole = await world.inspector.download(`/assets/${id}`);
      expect(await sharp(whole).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 1200 });
    },
  );

  it.each<[string, string, string, () => Promise<Buffer> | Buffer]>([
    [
      'a photo cut off half-way',
      '半张.jpg',
      'image/jpeg',
      async () =>
        (
          await sharp(randomBytes(600 * 400 * 3), { raw: { width: 600, height: 400, channels: 3 } })
            .jpeg()
            .toBuffer()
        ).subarray(0, 60_000),
    ],
    ['a HEIC cut off half-way', '半张.heic', 'image/heic', () => HEIC.subarray(0, 3000)],
    ['a page called a photo', 'a.jpg', 'image/jpeg', () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing that is a program', 'a.svg', 'image/svg+xml', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a bitmap', 'a.bmp', 'image/bmp', () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)])],
    ['a PDF called a photo', 'a.jpg', 'image/jpeg', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
    ['an empty file', 'a.jpg', 'image/jpeg', () => Buffer.alloc(0)],
    ['a file of no kind', 'a.bin', 'application/octet-stream', () => randomBytes(500)],
    ['a film', 'a.mp4', 'video/mp4', () => Buffer.from('0000ftypmp42')],
  ])('%s is refused at once, in Chinese, and leaves nothing behind', async (_, name, type, make) => {
    const before = await countFiles();
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(await make())], { type }), name);
    const { status, errors } = await world.inspector.sendForm('/files', form);
    expect([status, errors[0]?.message]).toEqual([400, expect.stringMatching(/\p{Script=Han}{4}.*(另存为|重新|请上传)/u)]);
    expect(await countFiles()).toBe(before);
  });
});

describe('what is linked as a photo or a signature', () => {
  it('is a picture, whoever links it and by whatever door', async () => {
    const pdf = await world.city.upload(Buffer.from('%PDF-1.7\n'), '检测报告.pdf', 'application/pdf');
    const empty = done(
      await world.city.send<{ id: string }>('POST', '/files', { type: 'image/jpeg', filename_download: 'a.jpg', storage: 'local' }),
    ).id;
    const hazard = done(
      await world.city.send<{ id: string }>('POST', '/items/hazards', {
        ...{ enterprise: world.enterprise, severity: 'general', found_on: world.newDay(), title: '消防通道堵塞', place: '东门' },
        description: '东门消防通道堆放原料桶，占用约两米',
        ...{ measures: '清理通道并划线', deadline: '2027-12-31', responsible_person: '李主任' },
      }),
    ).id;
    for (const file of [pdf, empty]) {
      const linked = await world.city.send('PATCH', `/items/hazards/${hazard}`, { photos_before: { create: [{ file }], update: [], delete: [] } });
      expect([linked.status, linked.errors[0]?.extensions.rule]).toEqual([400, 'photo.picture']);
      const signed = await world.city.send('POST', '/items/visits', world.visit({ inspectors: [{ inspector: world.people[0], signature: file }] }));
      expect([signed.status, signed.errors[0]?.extensions.rule]).toEqual([400, 'photo.picture']);
      expect(await world.sql('INSERT INTO hazards_photos_after (id, hazard, file) VALUES (gen_random_uuid(), $1, $2)', [hazard, file])).toBe(
        'photo_is_picture',
      );
    }
  });
});

describe('a photo from before uploads were looked at', () => {
  it('is made drawable in its place; one that cannot be is told in the mail, and not counted as shown', { timeout: 400_000 }, async () => {
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards ORDER BY id LIMIT 1');
    const add = async (name: string, bytes: Uint8Array): Promise<string> => {
      const id = randomUUID();
      await writeFile(join(test.stack.config.dataDir, 'uploads', `${id}.heic`), bytes);
      await test.database.query(
        `INSERT INTO directus_files (id, storage, filename_disk, filename_download, type, filesize, uploaded_on, created_on)
         VALUES ($1::uuid, 'local', $1::uuid::text || '.heic', $2, 'image/heic', $3, now(), now())`,
        [id, name, bytes.length],
      );
      await test.database.query('ALTER TABLE hazards_photos_before DISABLE TRIGGER photo_is_picture');
      await test.database.query('INSERT INTO hazards_photos_before (id, hazard, file) VALUES (gen_random_uuid(), $1, $2)', [rows[0]?.id, id]);
      await test.database.query('ALTER TABLE hazards_photos_before ENABLE TRIGGER photo_is_picture');
      return id;
    };
    const whole = await add('IMG_1.HEIC', HEIC);
    const broken = await add('IMG_2.HEIC', HEIC.subarray(0, 3000));
    await test.stack.directus.restart();
    // Directus writes the row when the upload begins, and its width when the file is there.
    await waitFor('the old photo is stored anew', async () => (await stored(whole)).width !== null, 150);
    expect(await stored(whole)).toMatchObject({ type: 'image/jpeg', filename_download: 'IMG_1.jpg', width: 1600 });
    expect((await sharp(await world.city.download(`/zhudian/pictures/${whole}`)).metadata()).format).toBe('jpeg');
    expect((await stored(broken)).type).toBe('image/heic');
    const facts = await new Api(test.stack.config.urls.directus, test.stack.secrets.automationToken).send<HazardFacts>(
      'GET',
      `/zhudian/hazards/${rows[0]?.id ?? ''}/facts`,
    );
    expect(facts.data.photos.map(({ file }) => file)).toContain(whole);
    expect(facts.data.photos.map(({ file }) => file)).not.toContain(broken);
    expect(facts.data.photos_unreadable).toBe(1);
  });
});

const uploadAll = async (by: Api, some: readonly (readonly [string, string, () => Promise<Buffer>])[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const [name, type, make] of some) ids.push(await by.upload(await make(), name, type));
  return ids;
};

describe('the report of a major hazard', () => {
  it.each(['n8n', 'watchdog'])('made by %s shows each photo that it counts', { timeout: 400_000 }, async (composer) => {
    if (composer === 'watchdog') await test.stack.n8n.stop();
    await test.database.query('UPDATE settings SET handover_seconds = $1', [composer === 'n8n' ? 90 : 6]);
    // More than a page of them; the one that was uploaded last was taken first.
    const files = [await world.city.upload(HEIC, 'IMG_0042.HEIC', 'image/heic')];
    for (let round = 0; round < 2; round += 1) files.push(...(await uploadAll(world.city, photos.slice(0, 6))));
    for (const [index, file] of files.entries())
      await test.database.query(`UPDATE directus_files SET taken_at = timestamptz '2026-01-05 09:00+08' - $2 * interval '1 minute' WHERE id = $1`, [
        file,
        index,
      ]);
    const hazard = await save({ photos_before: files.map((file, sort) => ({ file, sort })) });
    expect((await sent(hazard, 150)).composed_by).toBe(composer);
    const [taken] = await mailsOf(hazard);
    const mail = await simpleParser(taken?.raw ?? '');
    // n8n's mail leaves the number to the document.
    if (composer === 'watchdog') expect(mail.text).toContain(`现场照片：${files.length}张`);
    const automation = new Api(test.stack.config.urls.directus, test.stack.secrets.automationToken);
    const facts = await automation.send<HazardFacts>('GET', `/zhudian/hazards/${hazard}/facts`);
    expect(facts.data.photos.map(({ file }) => file)).toEqual(files.toReversed());
    const docx = mail.attachments[0]!.content;
    expect(wordText(docx)).toContain(`附件：现场照片${files.length}张`);
    expect(wordText(docx)).toMatch(/图1　[^\n]+\n(?:[^\n]*　)?2026年1月5日 08:48/);
    expect(Object.keys(unzipSync(docx)).filter((name) => name.startsWith('word/media/'))).toHaveLength(files.length);
    if (!hasOffice()) return;
    const drawn = await drawPages(docx);
    await keepPages(drawn, `major-hazard-${composer}`);
    expect(drawn.pictures).toHaveLength(files.length);
    expect(drawn.text).not.toMatch(/照片无法显示|照片未能取得/);
  });
});

interface Row {
  readonly id: string;
  readonly status: string;
  readonly file: string | null;
  readonly error: string | null;
}

describe.runIf(hasOffice())('a signature without a ground', () => {
  it('is dark on white in the work log, the notice to the enterprise and the archive of the month', { timeout: 600_000 }, async () => {
    if (test.stack.n8n.state === 'stopped') await test.stack.n8n.start();
    const [first, second] = await uploadAll(world.city, [signatures[0]!, signatures[4]!]);
    const day = world.newDay();
    const hazard = {
      enterprise: world.enterprise,
      severity: 'general',
      found_on: day,
      title: '消防通道堵塞',
      place: '东门',
      description: '东门消防通道堆放原料桶，占用约两米',
    };
    const visit = done(
      await world.city.send<{ id: string }>(
        'POST',
        '/items/visits',
        world.visit({
          ...{
            visited_on: day,
            status: 'submitted',
            hazards: [{ ...hazard, measures: '清理通道并划线', deadline: '2025-12-31', responsible_person: '李主任' }],
          },
          inspectors: [
            { inspector: world.people[0], signature: first },
            { inspector: world.people[1], signature: second },
          ],
        }),
      ),
    ).id;
    const made = async (request: Record<string, unknown>): Promise<Buffer> => {
      const asked: ApiAnswer<Row> = await world.city.send<Row>('POST', '/zhudian/documents/request', request);
      expect(asked.errors).toEqual([]);
      const ready = await waitFor(
        'the document is there',
        async () => {
          const { rows } = await test.database.query<Row>('SELECT id, status, file, error FROM documents WHERE id = $1', [asked.data.id]);
          return rows[0] && rows[0].status !== 'requested' ? rows[0] : null;
        },
        150,
      );
      expect(ready).toMatchObject({ status: 'ready', error: null });
      return await world.city.download(`/assets/${ready.file ?? ''}`);
    };
    const expectInk = async (drawn: Pages): Promise<void> => {
      expect(drawn.pictures).toHaveLength(2);
      for (const place of drawn.pictures) {
        const { white, ink } = await inkOf(drawn, place);
        expect(white).toBeGreaterThan(0.6);
        expect(ink).toBeGreaterThan(0.01);
        expect(ink).toBeLessThan(0.3);
      }
    };
    for (const kind of ['work_log', 'rectification_notice']) {
      const drawn = await drawPages(await made({ kind, id: visit }));
      await keepPages(drawn, kind);
      await expectInk(drawn);
    }
    const { rows } = await test.database.query<{ county: string }>('SELECT county FROM enterprises WHERE id = $1', [world.enterprise]);
    const batch = unzipSync(await made({ kind: 'visit_batch', period: day.slice(0, 7), county: rows[0]?.county }));
    const logs = Object.entries(batch).filter(([name]) => /工作日志|整改通知/.test(name));
    expect(logs.length).toBeGreaterThanOrEqual(2);
    for (const [name, docx] of logs.filter(([, bytes]) => Object.keys(unzipSync(bytes)).some((part) => part.startsWith('word/media/')))) {
      const drawn = await drawPages(docx);
      await keepPages(drawn, `batch-${/工作日志/.test(name) ? 'log' : 'notice'}`);
      await expectInk(drawn);
    }
  });
});
