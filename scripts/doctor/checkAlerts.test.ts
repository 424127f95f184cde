import { afterAll, beforeAll, expect, it } from 'vitest';
import { Robot } from '../../tests/support/Robot.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';
import { checkAlerts } from './checkAlerts.ts';
import type { Finding } from './Finding.ts';

const robot = new Robot();
const { said } = robot;
let webhook = '';
beforeAll(async () => {
  await robot.listen();
  ({ webhook } = robot);
});
afterAll(() => {
  robot.close();
});

const office = {
  ZHUDIAN_ENV: 'production',
  ZHUDIAN_PUBLIC_URL: 'https://zhudian.city.example',
  ZHUDIAN_SMTP_HOST: 'smtp.city.example',
  ZHUDIAN_MAIL_FROM: 'zhudian@mail.gov.test',
  ZHUDIAN_ADMIN_EMAIL: 'guanli@mail.gov.test',
};
const look = async (settings: Record<string, string>, tell = false): Promise<Finding | undefined> =>
  (await checkAlerts({ config: readStackConfig(settings), secrets: undefined, tell }))[0];

it('warns an office that has no robot, and nobody else', async () => {
  expect(await look(office)).toMatchObject({ ok: true, remedy: expect.stringContaining('ZHUDIAN_ALERT_WEBHOOK') as string });
  expect((await look({}))?.remedy).toBeUndefined();
  expect(await look({}, true)).toMatchObject({ ok: false });
});

it('sends nothing unless told to, and never shows the key', async () => {
  const found = await look({ ZHUDIAN_ALERT_WEBHOOK: webhook });
  expect(found).toMatchObject({ ok: true, detail: expect.stringContaining('--tell') as string });
  expect(JSON.stringify(found)).not.toContain('the-key');
  expect(said).toEqual([]);
});

it('says a word when told to, and tells what the robot answered', async () => {
  expect(await look({ ZHUDIAN_ALERT_WEBHOOK: webhook }, true)).toMatchObject({
    ok: true,
    detail: expect.stringContaining('"errmsg":"ok"') as string,
  });
  expect(said).toEqual([expect.stringMatching(/^【驻点监督】这是一条测试消息/)]);
  robot.refusals = 1;
  expect(await look({ ZHUDIAN_ALERT_WEBHOOK: webhook }, true)).toMatchObject({
    ok: false,
    detail: expect.stringContaining('keywords not in content') as string,
    remedy: expect.stringContaining('驻点') as string,
  });
  const nobody = await look({ ZHUDIAN_ALERT_WEBHOOK: 'http://127.0.0.1:9/send?key=the-key-to-the-group' }, true);
  expect(nobody).toMatchObject({ ok: false, remedy: expect.stringContaining('HTTPS_PROXY') as string });
  expect(nobody?.detail).not.toContain('the-key');
});
