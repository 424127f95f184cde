import { closeSync, mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PartLog } from './PartLog.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhudian-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is put aside when it has grown large, while its part goes on writing', () => {
  const log = new PartLog(join(folder, 'part.log'));
  const handle = log.open();
  writeSync(handle, 'the first hundred lines\n');
  log.rotate(1000);
  expect(readFileSync(log.file, 'utf8')).toBe('the first hundred lines\n');
  log.rotate(10);
  writeSync(handle, 'and what follows\n');
  closeSync(handle);
  expect(readFileSync(`${log.file}.1`, 'utf8')).toBe('the first hundred lines\n');
  expect(readFileSync(log.file, 'utf8')).toBe('and what follows\n');
  expect(log.sinceOpened()).toBe('and what follows\n');
});
