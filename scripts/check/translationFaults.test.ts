import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { translationFaults } from './translationFaults.ts';

const OURS = resolve(import.meta.dirname, '../../schema/directus');
const CODE = ['$t:zd_module_name'];
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'zhudian-words-'));
  await cp(OURS, copy, { recursive: true });
});
afterAll(async () => rm(copy, { recursive: true, force: true }));

it('finds nothing wrong with the model as it is', () => {
  expect(translationFaults(OURS, CODE)).toEqual([]);
});

it('finds a field without an English name, a key without Chinese, and a key nobody uses', async () => {
  const field = join(copy, 'snapshot/fields/visits/log.json');
  const visit = JSON.parse(await readFile(field, 'utf8')) as { meta: { translations: { language: string }[] } };
  visit.meta.translations = visit.meta.translations.filter(({ language }) => language === 'zh-CN');
  await writeFile(field, JSON.stringify(visit));
  const file = join(copy, 'collections/translations.json');
  const words = JSON.parse(await readFile(file, 'utf8')) as { key: string; language: string; value: string }[];
  const fewer = words.filter(({ key, language }) => !(key === 'zd_visit_status_draft' && language === 'zh-CN'));
  await writeFile(file, JSON.stringify([...fewer, { key: 'zd_nobody', language: 'zh-CN', value: '无人' }]));
  const faults = translationFaults(copy, CODE);
  expect(faults).toContain('visits.log has no name in en-US');
  expect(faults).toContain('collections/translations.json: nothing uses zd_nobody');
  expect(faults.some((fault) => fault.endsWith('$t:zd_visit_status_draft has no zh-CN'))).toBe(true);
  expect(faults).toHaveLength(3);
});
