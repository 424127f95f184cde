import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellFailedStart, tellStarted } from './startAlarm.ts';

const said: string[] = [];
const robot = createServer((request, response) => {
  void text(request).then((body) => {
    said.push((JSON.parse(body) as { text: { content: string } }).text.content);
    response.end('{"errcode":0,"errmsg":"ok"}');
  });
});
let dataDir = '';
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'zhudian-start-'));
  await new Promise<void>((resolve) => robot.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  robot.close();
  rmSync(dataDir, { recursive: true });
});

it('tells once that the system does not start, however often it is started again, and that it is up', async () => {
  const office = { dataDir, production: true, webhook: `http://127.0.0.1:${(robot.address() as AddressInfo).port}/robot` };
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
