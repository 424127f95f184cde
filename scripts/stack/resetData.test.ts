import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { markProduction } from '../production/productionMark.ts';
import { readStackConfig } from './readStackConfig.ts';
import { resetData, type ResetMeans } from './resetData.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'zhudian-reset-'));
  writeFileSync(join(dataDir, 'secrets.json'), '{"of": "before"}');
  mkdirSync(join(dataDir, 'uploads'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const reset = async (means: Partial<ResetMeans>, settings: Record<string, string> = {}): Promise<string | undefined> =>
  resetData({ ...readStackConfig(settings), dataDir }, { yes: false, ask: undefined, now: new Date('2026-11-30T08:30:00Z'), ...means });
const isThere = (): boolean => existsSync(join(dataDir, 'secrets.json')) && existsSync(join(dataDir, 'uploads'));

const office = {
  ZHUDIAN_ENV: 'production',
  ZHUDIAN_PUBLIC_URL: 'https://zhudian.city.example',
  ZHUDIAN_SMTP_HOST: 'smtp.city.example',
  ZHUDIAN_MAIL_FROM: 'zhudian@mail.gov.test',
  ZHUDIAN_ADMIN_EMAIL: 'guanli@mail.gov.test',
};

it('of an office is not to be had, however it is asked for, with its settings or without', async () => {
  await expect(reset({ yes: true }, office)).rejects.toThrow(/production/);
  markProduction(dataDir);
  await expect(reset({ yes: true })).rejects.toThrow(/production/);
  expect(isThere()).toBe(true);
});

it('is refused where nobody can be asked', async () => {
  await expect(reset({})).rejects.toMatchObject({ remedy: expect.stringContaining('--yes') as string });
  expect(isThere()).toBe(true);
});

it('asks, says what it would do, and leaves everything at any other answer than yes', async () => {
  const asked: string[] = [];
  const answer = (word: string) => async (question: string) => {
    asked.push(question);
    return word;
  };
  await expect(reset({ ask: answer('n') })).rejects.toThrow(/Nothing was touched/);
  await expect(reset({ ask: answer('') })).rejects.toThrow(/Nothing was touched/);
  expect(asked[0]).toContain(dataDir);
  expect(isThere()).toBe(true);
  expect(await reset({ ask: answer('yes') })).toBe(join(dataDir, 'before-20261130T083000Z'));
});

it('puts everything aside whole, names where, and finds nothing to do the second time', async () => {
  const aside = await reset({ yes: true });
  expect(aside).toBe(join(dataDir, 'before-20261130T083000Z'));
  expect(readFileSync(join(aside ?? '', 'secrets.json'), 'utf8')).toBe('{"of": "before"}');
  expect(existsSync(join(dataDir, 'secrets.json'))).toBe(false);
  expect(await reset({ yes: true })).toBeUndefined();
  expect(existsSync(join(aside ?? '', 'uploads'))).toBe(true);
});
