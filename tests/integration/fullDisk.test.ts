import { afterAll, expect, it } from 'vitest';
import { done } from '../support/answers.ts';
import { majorHazard } from '../support/majorHazard.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
afterAll(async () => {
  await test.database.query('DROP FUNCTION IF EXISTS disk_is_full CASCADE');
});

it('a save on a full disk is told in words of the office’s, and goes through once there is room, over the same connections', async () => {
  // What PostgreSQL says, in its words and under its code, from within the same statement.
  await test.database.query(
    `CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       RAISE EXCEPTION 'could not extend file "base/16384/24576": No space left on device' USING ERRCODE = 'disk_full', HINT = 'Check free disk space.';
     END $$`,
  );
  await test.database.query('CREATE TRIGGER disk_is_full BEFORE INSERT ON hazards FOR EACH ROW EXECUTE FUNCTION disk_is_full()');
  const hazard = await majorHazard(test.database, { title: '磁盘满时登记的重大隐患' });
  const before = (await test.database.query('SELECT count(*)::int AS n FROM outbox')).rows;
  // More than the pool has connections.
  for (let attempt = 0; attempt < 25; attempt += 1) {
    const { status, errors } = await test.admin.send('POST', '/items/hazards', hazard);
    expect(status).toBe(503);
    expect(errors[0]).toMatchObject({ message: expect.stringMatching(/磁盘已满/) as string, extensions: { code: 'ZHUDIAN_DISK_FULL' } });
    expect(JSON.stringify(errors)).not.toMatch(/insert into|base\/16384/i);
  }
  const graphql = await test.admin.send<unknown>('POST', '/graphql', {
    query: 'mutation ($data: create_hazards_input!) { create_hazards_item(data: $data) { id } }',
    variables: { data: { title: '磁盘满' } },
  });
  expect(JSON.stringify(graphql)).not.toMatch(/insert into|base\/16384/i);
  expect((await test.database.query('SELECT count(*)::int AS n FROM outbox')).rows).toEqual(before);
  await test.database.query('DROP TRIGGER disk_is_full ON hazards');
  expect(done(await test.admin.send('POST', '/items/hazards', hazard))).toMatchObject({ title: '磁盘满时登记的重大隐患' });
});
