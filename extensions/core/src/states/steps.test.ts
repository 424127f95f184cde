import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hazardSteps, hazardWords } from '../hazards/hazardSteps.ts';
import { reportSteps, reportWords } from '../reports/reportSteps.ts';
import { visitSteps, visitWords } from '../visits/visitSteps.ts';
import type { Steps } from './Steps.ts';

const SCHEMA = new URL('../../../../schema/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, SCHEMA), 'utf8');

/** `zhudian_step`, the table that PostgreSQL goes by: what stands between its IN and the end of its body. */
const inSql = (): string[][] => {
  const body = /FUNCTION zhudian_step\(.*?\bIN \((.*?)\)\n\$\$;/su.exec(read('sql/080-steps.sql'))?.[1] ?? '';
  const rows = [...body.matchAll(/\('(\w+)', '(\w+)', '(\w+)'\)/gu)];
  // Nothing stands there that is not such a row.
  expect(body.replace(/\('\w+', '\w+', '\w+'\)/gu, '').replace(/[\s,]/gu, '')).toBe('');
  return rows.map(([, ...row]) => row);
};

const inCore = (kind: string, steps: Steps): string[][] =>
  Object.entries(steps).flatMap(([from, targets]) => Object.keys(targets).map((to) => [kind, from, to]));

/** The states that the panel offers. */
const inPanel = (collection: string): string[] => {
  const field = JSON.parse(read(`directus/snapshot/fields/${collection}/status.json`)) as { meta: { options: { choices: { value: string }[] } } };
  return field.meta.options.choices.map(({ value }) => value);
};

const sorted = (rows: string[][]): string[] => rows.map((row) => row.join(' ')).sort();

describe('the steps of visits, hazards and reports', () => {
  it('are in PostgreSQL the same as in the core, each once', () => {
    const core = [...inCore('visit', visitSteps), ...inCore('hazard', hazardSteps), ...inCore('report', reportSteps)];
    expect(sorted(inSql())).toEqual(sorted(core));
  });

  it.each([
    ['visits', visitSteps, visitWords],
    ['hazards', hazardSteps, hazardWords],
    ['monthly_reports', reportSteps, reportWords],
  ] as const)('of %s lead through the states that the panel offers, and each has a word', (collection, steps, words) => {
    const offered = inPanel(collection).sort();
    const named = new Set(inCore('', steps).flatMap(([, from, to]) => [from, to]));
    expect([...named].sort()).toEqual(offered);
    expect(Object.keys(words.states).sort()).toEqual(offered);
  });
});
