import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Robot } from '../../../../../../tests/support/Robot.ts';
import type { Config } from '@zhudian/host/config.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { DatabaseWatch } from './DatabaseWatch.ts';

const MINUTE = 60_000;
const robot = new Robot();
const { said } = robot;
beforeAll(async () => {
  await robot.listen();
});
afterAll(() => {
  robot.close();
});
beforeEach(() => {
  said.length = 0;
});

const logged: unknown[] = [];
const watch = (webhook: string): DatabaseWatch =>
  new DatabaseWatch({
    config: { ZHUDIAN_ALERT_WEBHOOK: webhook, ZHUDIAN_ALERT_AFTER: 300, PUBLIC_URL: 'https://zhudian.example' } as Config,
    logger: { error: (fault: unknown) => logged.push(fault) } as unknown as Runtime['logger'],
  });
const fine = async (): Promise<void> => undefined;
const broken = async (): Promise<void> => Promise.reject(new Error('SELECT * FROM deliveries - connect ECONNREFUSED 127.0.0.1:8059'));

it('tells by the robot that the database has not answered for as long as mail may wait, and that it does again', async () => {
  const database = watch(robot.webhook);
  await database.during(fine, () => 0);
  for (const minute of [1, 3, 5]) await expect(database.during(broken, () => minute * MINUTE)).rejects.toThrow('ECONNREFUSED');
  expect(said).toEqual([]);
  for (const minute of [6, 7, 8]) await expect(database.during(broken, () => minute * MINUTE)).rejects.toThrow('ECONNREFUSED');
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('已持续 5 分钟');
  expect(said[0]).toContain('最近一次失败：connect ECONNREFUSED 127.0.0.1:8059\n');
  await database.during(fine, () => 9 * MINUTE);
  expect(said[1]).toContain('数据库已恢复正常');
  expect(logged).toEqual([]);
});

it('logs that the robot did not take it, and rejects with the fault of the database all the same', async () => {
  const database = watch('http://127.0.0.1:9/robot');
  for (const minute of [0, 6]) await expect(database.during(broken, () => minute * MINUTE)).rejects.toThrow('ECONNREFUSED 127.0.0.1:8059');
  expect(logged).toHaveLength(1);
});

it('says nothing where no robot is named', async () => {
  const database = watch('');
  for (const minute of [0, 6]) await expect(database.during(broken, () => minute * MINUTE)).rejects.toThrow('ECONNREFUSED');
  expect(said).toEqual([]);
});
