import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HANDED_IN as OF_REPORTS } from '../reports/isHandedIn.ts';
import { HANDED_IN, isHandedIn } from './isHandedIn.ts';
import { visitWords } from './visitSteps.ts';

it('is a visit that was submitted and did not come back', () => {
  expect(Object.keys(visitWords.states).filter(isHandedIn)).toEqual([...HANDED_IN]);
  expect(isHandedIn(undefined)).toBe(false);
});

it('is in PostgreSQL what it is here, of visits and of reports', () => {
  const folder = new URL('../../../../schema/sql/', import.meta.url);
  const sql = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const lists = sql.flatMap((text) => [...text.matchAll(/\bIN \('submitted', ([^)]*)\)/gu)].map(([, others]) => others));
  // 130 writes an event for a report that comes as for one that goes back.
  const known = [...[HANDED_IN, OF_REPORTS].map(([, other]) => `'${other}'`), "'returned'"];
  expect(lists.length).toBeGreaterThan(10);
  expect(lists.filter((others) => !known.includes(others!))).toEqual([]);
});
