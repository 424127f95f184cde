import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { freePortBase } from './freePortBase.ts';
import { Part } from './Part.ts';
import { ProcessLedger } from './ProcessLedger.ts';
import { supervise } from './superviseStack.ts';
import { watchHanging } from './watchHanging.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'zhudian-hang-'));
let part: Part | undefined;
afterEach(async () => {
  await part?.retire();
  rmSync(dataDir, { recursive: true, force: true });
});

it('a part that hangs is told and started again; one that only pauses, or waits for the database, is left alone', async () => {
  const port = await freePortBase();
  part = new Part(
    {
      ...{ name: 'n8n', title: 'n8n', command: process.execPath, cwd: dataDir, stopSignal: 'SIGTERM', stopPatience: 2_000, startPatience: 20_000 },
      args: ['-e', `require('node:http').createServer((_, answer) => answer.end('ok')).listen(${port}, '127.0.0.1')`],
      env: { PATH: process.env['PATH'] ?? '' },
      probe: async () => {
        await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(200) });
      },
      remedy: () => '',
    },
    dataDir,
    new ProcessLedger(dataDir),
  );
  await part.start();
  const first = part.pid;
  const said: string[] = [];
  supervise(part, (line) => said.push(line));
  let isDatabaseDown = false;
  const isExcused = (): Promise<boolean> => Promise.resolve(isDatabaseDown);
  watchHanging(part, { every: 100, after: 2_000, isExcused, tell: ({ spec }, seconds) => said.push(`${spec.title} hangs ${seconds}`) });

  part.signal('SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  part.signal('SIGCONT');
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect([part.pid, said]).toEqual([first, []]);

  isDatabaseDown = true;
  part.signal('SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect([part.pid, said]).toEqual([first, []]);

  isDatabaseDown = false;
  await expect.poll(() => said.at(-1), { timeout: 20_000 }).toContain('is up again');
  expect(said[0]).toMatch(/^n8n hangs [23]$/);
  expect(part.pid).not.toBe(first);
  expect(await part.healthy()).toBe(true);
}, 60_000);
