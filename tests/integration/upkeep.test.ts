import { expect, it } from 'vitest';
import { dropOldMessages } from '../../scripts/backup/dropOldMessages.ts';
import { administratorToken } from '../../scripts/provision/administratorToken.ts';
import { logIn } from '../../scripts/provision/directusClient.ts';
import { pushSchema } from '../../scripts/schema/pushSchema.ts';
import { ownStack } from '../support/TestStack.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack(ownStack);

it('an update keeps what an office made in the panel, with what is in it, and drops it only on demand', async () => {
  await Promise.all([test.stack.n8n.stop(), test.stack.directus.stop()]);
  const { directusProvisioning, config, secrets } = test.stack;
  await directusProvisioning.start();
  const url = config.urls.directus;
  const admin = await logIn(url, 'admin@zhudian.example.org', secrets.adminPassword);
  await admin.send('POST', '/fields/enterprises', { field: 'office_note', type: 'string', schema: {}, meta: { interface: 'input' } });
  await admin.send('POST', '/collections', {
    collection: 'office_lists',
    schema: {},
    meta: {},
    fields: [{ field: 'id', type: 'integer', schema: { is_primary_key: true, has_auto_increment: true }, meta: {} }],
  });
  await admin.send('POST', '/fields/office_lists', { field: 'enterprise', type: 'uuid', schema: {}, meta: { special: ['m2o'] } });
  await admin.send('POST', '/relations', {
    collection: 'office_lists',
    field: 'enterprise',
    related_collection: 'enterprises',
    meta: {},
    schema: {},
  });
  await test.database.query("UPDATE enterprises SET office_note = '市里自己加的'");
  await test.database.query('INSERT INTO office_lists (enterprise) SELECT id FROM enterprises LIMIT 3');
  const constraints = async (): Promise<unknown> =>
    (await test.database.query(`SELECT conname FROM pg_constraint WHERE conrelid = 'office_lists'::regclass AND contype IN ('f', 'p') ORDER BY 1`))
      .rows;
  const before = await constraints();
  expect(before).toHaveLength(2);
  // An update has something to bring.
  await test.database.query("UPDATE directus_fields SET note = 'of before' WHERE collection = 'enterprises' AND field = 'name'");
  await directusProvisioning.restart();

  // The administrator's log-in is no longer what the installation made.
  await test.database.query(
    "UPDATE directus_users SET password = NULL, email = 'zhuren@city.example', tfa_secret = 'ABCDEFGH' WHERE email = 'admin@zhudian.example.org'",
  );
  const access = { url, token: await administratorToken(test.database, secrets) };
  for (const _ of ['once', 'twice']) {
    expect(await pushSchema(access)).toEqual(['office_lists', 'enterprises.office_note']);
    const { rows } = await test.database.query(`SELECT count(*)::int AS n FROM enterprises WHERE office_note IS DISTINCT FROM '市里自己加的'`);
    expect(rows).toEqual([{ n: 0 }]);
    expect((await test.database.query('SELECT 1 FROM office_lists WHERE enterprise IS NOT NULL')).rowCount).toBe(3);
    expect(await constraints()).toEqual(before);
    expect((await test.database.query("SELECT 1 FROM directus_fields WHERE note = 'of before'")).rowCount).toBe(0);
  }

  expect(await pushSchema(access, { drop: true })).toEqual([]);
  expect((await test.database.query("SELECT to_regclass('office_lists') AS there")).rows).toEqual([{ there: null }]);
}, 600_000);

it('bytes of mails that left over a year ago go after a backup; the ledger, what is younger and what never left stay', async () => {
  const mail = async (key: string, status: string, age: string) =>
    test.database.query(
      `WITH mail AS (INSERT INTO deliveries (id, key, kind, status, composed_by, sent_at, subject, "to") VALUES
         (gen_random_uuid(), $1, 'report', $2::text, 'n8n', CASE WHEN $2::text = 'sent' THEN now() - $3::interval END, '主题', '["city@zhudian.example"]') RETURNING id)
       INSERT INTO delivery_messages (delivery, raw, queued_at) SELECT id, 'bytes', now() - $3::interval FROM mail`,
      [key, status, age],
    );
  await mail('upkeep:old', 'sent', '13 months');
  await mail('upkeep:young', 'sent', '11 months');
  await mail('upkeep:dead', 'dead', '13 months');
  expect(await dropOldMessages(await test.stack.connect('directus'))).toBe(1);
  expect(await dropOldMessages(await test.stack.connect('directus'))).toBe(0);
  const { rows } = await test.database.query(
    `SELECT key, m.raw IS NOT NULL AS bytes FROM deliveries d LEFT JOIN delivery_messages m ON m.delivery = d.id WHERE key LIKE 'upkeep:%' ORDER BY key`,
  );
  expect(rows).toEqual([
    { key: 'upkeep:dead', bytes: true },
    { key: 'upkeep:old', bytes: false },
    { key: 'upkeep:young', bytes: true },
  ]);
}, 60_000);
