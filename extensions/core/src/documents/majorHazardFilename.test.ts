import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { HazardFacts } from '../hazards/HazardFacts.ts';
import { majorHazardFilename } from './majorHazardFilename.ts';

const SAMPLE = new URL('../../../../schema/templates/major_hazard_report/sample.json', import.meta.url);
const facts = JSON.parse(readFileSync(SAMPLE, 'utf8')) as HazardFacts;
const named = (name: string): string => majorHazardFilename({ ...facts, enterprise: { ...facts.enterprise, name } });

it('says what it is, whose, and of which day', () => {
  expect(majorHazardFilename(facts)).toBe('重大事故隐患报告-任城区-任城示例精细化工有限公司-2026-11-23.docx');
});

it('keeps nothing that a file system, a URL or a mail header would trip over', () => {
  expect(named('../../etc/passwd\r\nX: <甲>|"乙"?*%00 有限 公司\u202E')).toBe('重大事故隐患报告-任城区-etcpasswdX甲乙00有限公司-2026-11-23.docx');
});

it('leaves out a name of which nothing is left', () => {
  expect(named('???')).toBe('重大事故隐患报告-任城区-2026-11-23.docx');
});

it('stays under the 255 bytes of a file system', () => {
  for (const name of ['化工'.repeat(500), '👨‍👩‍👧‍👦'.repeat(500), `e${'\u0301'.repeat(5_000)}`]) {
    expect(new TextEncoder().encode(named(name)).length).toBeLessThanOrEqual(255);
  }
});
