import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Robot } from '../../tests/support/Robot.ts';
import { tellFailedStart, tellStarted } from './startAlarm.ts';

const robot = new Robot();
const { said } = robot;
let dataDir = '';
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'zhudian-start-'));
  await robot.listen();
});
afterAll(() => {
  robot.close();
  rmSync(dataDir, { recursive: true });
});

it('tells once that the system does not start, however often it is started again, and that it is up', async () => {
  const office = { dataDir, production: true, webhook: robot.webhook };
  await tellStarted(office);
  await tellFailedStart({ ...office, production: false }, new Error('tried out'));
  expect(said).toEqual([]);
  for (let time = 0; time < 3; time += 1) await tellFailedStart(office, new Error('port 5432 is taken'));
  expect(said).toEqual([expect.stringContaining('port 5432 is taken')]);
  await tellFailedStart(office, new Error('port 5432 is taken'), Date.now() + 3 * 3_600_000);
  expect(said).toHaveLength(2);
  for (let time = 0; time < 2; time += 1) await tellStarted(office);
  expect(said.slice(2)).toEqual([expect.stringContaining('已恢复运行')]);
});
