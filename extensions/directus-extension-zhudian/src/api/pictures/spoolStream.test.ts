import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { PassThrough, Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { spoolStream } from './spoolStream.ts';

it('keeps a stream until it is removed', async () => {
  const { path, remove } = await spoolStream(Readable.from([Buffer.from('ab'), Buffer.from('cd')]));
  expect((await readFile(path)).toString()).toBe('abcd');
  await remove();
  expect(existsSync(path)).toBe(false);
});

it('gives up an upload that fell silent, and leaves nothing of it; one that is slow comes through', async () => {
  const folders = async (): Promise<string[]> => (await readdir(tmpdir())).filter((name) => name.startsWith('zhudian-picture-'));
  const before = await folders();
  const silent = new PassThrough();
  silent.write('ab');
  await expect(spoolStream(silent, 100)).rejects.toThrow('broke off');
  expect(await folders()).toEqual(before);
  const slow = new PassThrough();
  const kept = spoolStream(slow, 400);
  for (let n = 0; n < 6; n += 1) {
    slow.write('x');
    await pause(100);
  }
  slow.end();
  const { path, remove } = await kept;
  expect((await readFile(path)).length).toBe(6);
  await remove();
});
