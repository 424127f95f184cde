import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBackup } from '../../scripts/backup/makeBackup.ts';
import { releaseMails } from '../../scripts/backup/releaseMails.ts';
import { restoreBackup } from '../../scripts/backup/restoreBackup.ts';
import { verifyArchive } from '../../scripts/backup/verifyArchive.ts';
import { checkBackup } from '../../scripts/doctor/checkBackup.ts';
import { examine } from '../../scripts/doctor/examine.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import { startStack } from '../../scripts/stack/startStack.ts';
import { Api } from '../support/Api.ts';
import { majorHazard } from '../support/majorHazard.ts';
import { ownStack } from '../support/TestStack.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack(ownStack);
const passphrase = 'correct horse battery staple';
let folder = '';
let restored: Stack | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhudian-backup-'));
});
afterAll(async () => {
  await restored?.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

async function save(api: Api, title: string): Promise<string> {
  const { data, errors } = await api.send<{ id: string }>('POST', '/items/hazards', await majorHazard(test.database, { title }));
  expect(errors).toEqual([]);
  return data.id;
}

const keyOf = async (hazard: string): Promise<string> =>
  (await test.database.query<{ key: string }>(`SELECT key FROM outbox WHERE subject = $1 AND topic = 'hazard.major'`, [hazard])).rows[0]?.key ?? '';

const mailOf = (key: string) => Promise.resolve(test.smtp.of(key)[0] ?? null);

/**
 * What a backup has to bring back: taken from the running stack and again from the restored one. Not what the parts write by themselves as
 * soon as they run: events and mails, heartbeats, and the marks of sums that are folded.
 */
async function everything(stack: Stack): Promise<Record<string, unknown>> {
  const [directus, n8n] = [await stack.connect('directus'), await stack.connect('n8n')];
  const tables = await directus.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
     AND c.relname NOT IN ('zhudian_heartbeats', 'zhudian_restores', 'directus_sessions', 'directus_activity', 'deliveries', 'delivery_messages', 'outbox', 'statistics_marks') ORDER BY 1`,
  );
  const counts: Record<string, unknown> = {};
  for (const { name } of tables.rows) counts[name] = (await directus.query<{ n: string }>(`SELECT count(*) AS n FROM "${name}"`)).rows[0]?.n;
  const triggers = await directus.query(`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`);
  const workflows = await n8n.query('SELECT id, name, "activeVersionId" FROM workflow_entity ORDER BY id');
  const credentials = await n8n.query('SELECT id, data FROM credentials_entity ORDER BY id');
  await Promise.all([directus.end(), n8n.end()]);
  return { counts, triggers: triggers.rows, workflows: workflows.rows, credentials: credentials.rows };
}

it('a backup of a running stack, restored elsewhere, has everything; mails that may have gone out are held and shown, new ones go out', async () => {
  // On a busy machine this takes longer than the office is given to confirm.
  await test.database.query('UPDATE settings SET acknowledge_minutes = 600');
  const photo = await test.admin.upload(Buffer.from('%PDF-1.4 一份扫描件'), 'scan.pdf', 'application/pdf');
  const before = await save(test.admin, '备份前已报送的隐患');
  const beforeKey = await keyOf(before);
  await waitFor('the first mail', () => mailOf(beforeKey), 60);
  await waitFor(
    'it is noted',
    async () => (await test.database.query(`SELECT 1 FROM deliveries WHERE starts_with(key, $1) AND status <> 'sent'`, [beforeKey])).rowCount === 0,
    30,
  );

  // One mail waits for the relay, one event has no mail yet, when the backup is made; both go out afterwards, unknown to the backup.
  test.smtp.mood = 'defer';
  const waiting = await keyOf(await save(test.admin, '备份时邮件待发的隐患'));
  await waitFor(
    'it waits in the ledger',
    async () => (await test.database.query(`SELECT 1 FROM deliveries WHERE key = $1 AND status = 'retry'`, [waiting])).rowCount === 1,
    60,
  );
  await test.stack.n8n.stop();
  await test.database.query('UPDATE settings SET handover_seconds = 600');
  const unhanded = await keyOf(await save(test.admin, '备份时还没有邮件的隐患'));
  // Else n8n may be at it in the restored one before anybody has counted; the watchdog asks for no lease.
  await test.database.query(`UPDATE outbox SET lease_until = now() + interval '9 minutes' WHERE key = $1`, [unhanded]);
  // A mail is a message for each of the office's addresses, and one for the county.
  const { length: messages } = (await test.database.query('SELECT 1 FROM deliveries WHERE starts_with(key, $1)', [waiting])).rows;
  // What is kept of the statistics follows a save by seconds, here and after the restore.
  await waitFor('the statistics are folded', async () => (await test.database.query('SELECT FROM statistics_marks')).rowCount === 0, 60);
  const was = await everything(test.stack);

  // What an update replaced is a maintainer's own work and nowhere else; a backup that was killed has left its draft.
  await mkdir(join(test.stack.config.dataDir, 'workflows-replaced'));
  await writeFile(join(test.stack.config.dataDir, 'workflows-replaced', 'mine.json'), '{"name": "我的流程"}');
  const draft = join(folder, 'zhudian-20200101T010101Z.tar.gz.sealed.part');
  await writeFile(draft, '');
  await utimes(draft, new Date('2020-01-01'), new Date('2020-01-01'));

  const { file, manifest } = await makeBackup(test.stack.config, async (database) => test.stack.connect(database), {
    to: folder,
    passphrase,
    now: new Date(),
  });
  expect(manifest.counts['visits']).toBe(Number((was['counts'] as Record<string, string>)['visits']));

  expect(await readdir(folder)).toEqual([basename(file)]);
  const asProduction = { config: { ...test.stack.config, production: true }, secrets: test.stack.secrets };
  expect(await checkBackup(asProduction)).toMatchObject([{ ok: true, detail: expect.stringContaining(file) as string }]);
  expect(await checkBackup(asProduction, new Date(Date.now() + 49 * 3_600_000))).toMatchObject([{ ok: false }]);

  test.smtp.mood = 'accept';
  await test.database.query('UPDATE settings SET handover_seconds = 1');
  for (const key of [waiting, unhanded]) await waitFor(`${key} goes out after the backup`, () => mailOf(key), 90);
  const lost = await save(test.admin, '备份之后录入的隐患');
  await test.stack.close();
  const mailed = test.smtp.taken.length;

  // A disk is gone: another folder, the same ports.
  const config = { ...test.stack.config, dataDir: join(folder, 'data') };
  const answer = await restoreBackup(file, config, { passphrase, force: false });
  expect(answer.held).toBe(messages);
  expect(await readFile(join(config.dataDir, 'workflows-replaced', 'mine.json'), 'utf8')).toContain('我的流程');
  restored = await startStack(config);
  expect(await everything(restored)).toEqual(was);
  const admin = await Api.login(config.urls.directus, 'admin@zhudian.example.org', restored.secrets.adminPassword);
  expect((await admin.download(`/assets/${photo}?download`)).toString()).toBe('%PDF-1.4 一份扫描件');
  expect((await admin.send('GET', `/items/hazards/${lost}`)).status).toBe(403);

  const database = await restored.connect('directus');
  await database.query('UPDATE settings SET handover_seconds = 1');
  const state = async (key: string) =>
    (await database.query<{ status: string; error: string | null }>('SELECT status, error FROM deliveries WHERE key = $1', [key])).rows[0];
  const held = async (key: string) => waitFor(`${key} is held`, async () => ((await state(key))?.status === 'dead' ? state(key) : null), 90);
  for (const key of [waiting, unhanded]) expect((await held(key)).error).toMatch(/^恢复备份后暂停发送/);
  expect((await state(beforeKey))?.status).toBe('sent');

  // The office hears of it by one mail that names each of them, and the doctor goes on saying so.
  const notice = await waitFor('the notice', () => Promise.resolve(test.smtp.taken.find((mail) => mail.key.startsWith('restore:')) ?? null), 90);
  expect(notice.recipients.length).toBeGreaterThan(0);
  const findings = await examine({ config, secrets: restored.secrets });
  expect(findings.find(({ check }) => check === 'health: restore')).toMatchObject({
    ok: false,
    detail: expect.stringContaining('--release') as string,
  });

  // What is found now goes out at once, n8n reading its credential with the restored key.
  const { data: fresh } = await admin.send<{ id: string }>('POST', '/items/hazards', await majorHazard(database, { title: '恢复之后发现的隐患' }));
  const key = (await database.query<{ key: string }>(`SELECT key FROM outbox WHERE subject = $1`, [fresh.id])).rows[0]?.key ?? '';
  await waitFor('the new mail', () => mailOf(key), 90);
  await waitFor(
    'n8n finishes its event',
    async () => (await database.query('SELECT 1 FROM outbox WHERE key = $1 AND done_at IS NOT NULL', [key])).rowCount === 1,
    90,
  );
  const copies = await database.query<{ key: string }>('SELECT key FROM deliveries WHERE starts_with(key, $1)', [key]);
  for (const copy of copies.rows) await waitFor(`${copy.key} goes out`, () => mailOf(copy.key), 90);
  expect(
    test.smtp.taken
      .slice(mailed)
      .map((mail) => mail.key)
      .sort(),
  ).toEqual([...copies.rows.map((copy) => copy.key), notice.key].sort());

  // So is a report that is handed in now.
  const { rows: reports } = await database.query<{ id: string; submission: number }>(
    `INSERT INTO monthly_reports (id, county, period, status, contact, filled_on, progress, problems, practices, gap_explanation)
     SELECT gen_random_uuid(), c.county, '2026-10', 'submitted', c.id, '2026-10-30', '对辖区企业逐家开展驻点', '查阅各企业驻点记录，未发现需市级协调的问题', '把任务清单与日周月排查结合',
       coalesce((SELECT string_agg(enterprise, '、') FROM zhudian_report_gaps(c.county, '2026-10') WHERE kind = 'enterprise'), '') || '停产检修，企业复产后补驻'
     FROM contacts c WHERE c.status = 'active' ORDER BY c.id LIMIT 1 RETURNING id, submission`,
  );
  const report = `report.submitted:${reports[0]?.id}:${reports[0]?.submission}`;
  await waitFor('the report is mailed', () => mailOf(report), 120);
  // What the calendar makes of it, the city's compilation of a month that was due, may have been mailed before.
  const heldMails = async (): Promise<number | null> => (await database.query("SELECT FROM deliveries WHERE status = 'dead'")).rowCount;
  await waitFor('the compilation is held', async () => (await heldMails()) === 2 * messages + 1, 120);

  // Somebody found out that one never arrived: it goes out, under its own Message-ID; and the hold ends.
  const { rows } = await database.query<{ id: string; message_id: string }>('SELECT id, message_id FROM deliveries WHERE key = $1', [waiting]);
  await admin.send('PATCH', `/items/deliveries/${rows[0]?.id ?? ''}`, { status: 'pending' });
  const again = await waitFor('the released mail', () => Promise.resolve(test.smtp.of(waiting)[1] ?? null), 60);
  expect(again.messageId).toBe(rows[0]?.message_id);
  expect(await releaseMails(database)).toBe(2 * messages);
  const after = await examine({ config, secrets: restored.secrets });
  for (const check of ['health: restore', 'health: mail']) expect(after.find((finding) => finding.check === check)).toMatchObject({ ok: true });
}, 600_000);

it('refuses a folder in use, a wrong passphrase and a damaged archive, before anything is written', async () => {
  const [name = ''] = (await readdir(folder)).filter((entry) => entry.endsWith('.sealed'));
  const file = join(folder, name);
  const empty = { ...test.stack.config, dataDir: join(folder, 'empty') };
  await expect(restoreBackup(file, { ...empty, dataDir: join(folder, 'data') }, { passphrase, force: false })).rejects.toThrow(
    'holds an installation',
  );
  await expect(restoreBackup(file, empty, { force: false })).rejects.toThrow('sealed with a passphrase');
  await expect(restoreBackup(file, empty, { passphrase: 'not this one', force: false })).rejects.toThrow('does not open');
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(join(folder, 'damaged'), bytes);
  await expect(verifyArchive(join(folder, 'damaged'), passphrase)).rejects.toThrow('does not open');
  await expect(restoreBackup(join(folder, 'damaged'), empty, { passphrase, force: false })).rejects.toThrow('does not open');
  expect(await readdir(folder)).not.toContain('empty');
});

it('puts what is there aside within the data folder, as often as it is asked to: the folder above may be of another account', async () => {
  await restored?.close();
  const [name = ''] = (await readdir(folder)).filter((entry) => entry.endsWith('.sealed'));
  const config = { ...test.stack.config, dataDir: join(folder, 'data') };
  // Another installation runs with the same settings, as in a drill beside the office's own.
  const other = createServer().listen(config.ports.directus, '127.0.0.1');
  await once(other, 'listening');
  for (const round of ['first', 'second']) {
    await writeFile(join(config.dataDir, 'uploads', round), '');
    const { aside = '' } = await restoreBackup(join(folder, name), config, { passphrase, force: true });
    expect(dirname(aside)).toBe(config.dataDir);
    expect(await readdir(join(aside, 'uploads'))).toContain(round);
    expect(await readdir(join(config.dataDir, 'uploads'))).not.toContain(round);
  }
  other.close();
  expect((await readdir(folder)).filter((entry) => entry.startsWith('data'))).toEqual(['data']);
}, 300_000);

it('leaves nothing of itself where it is refused in the middle, and what was there stays', async () => {
  const [name = ''] = (await readdir(folder)).filter((entry) => entry.endsWith('.sealed'));
  // A checkout that lacks a file: found out when the archive is unpacked already.
  const repository = join(folder, 'checkout');
  await mkdir(repository);
  for (const part of ['package.json', 'node_modules']) await symlink(join(test.stack.config.repository, part), join(repository, part));
  const config = { ...test.stack.config, repository, dataDir: join(folder, 'data') };
  const before = await readdir(config.dataDir);
  await expect(restoreBackup(join(folder, name), config, { passphrase, force: true })).rejects.toThrow('150-restores.sql');
  expect(await readdir(config.dataDir)).toEqual(before);
}, 300_000);
