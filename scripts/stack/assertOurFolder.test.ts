import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { RESTORED_SETTINGS } from '../backup/archivedParts.ts';
import { asideName } from '../backup/asideName.ts';
import { assertOurFolder } from './assertOurFolder.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhudian-folder-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('knows what its own commands make and what a disk brings along, and refuses anything else', () => {
  for (const name of ['postgres', 'workflows-replaced', 'lost+found', asideName(new Date(), folder)])
    mkdirSync(join(folder, name), { recursive: true });
  mkdirSync(join(folder, asideName(new Date(), folder)));
  writeFileSync(join(folder, RESTORED_SETTINGS), '');
  expect(() => assertOurFolder(folder)).not.toThrow();
  writeFileSync(join(folder, 'before-lunch.txt'), '');
  expect(() => assertOurFolder(folder)).toThrow('before-lunch.txt');
});
