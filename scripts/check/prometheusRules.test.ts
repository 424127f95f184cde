import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

interface Rules {
  groups: { name: string; rules: { alert: string; expr: string; labels: { severity: string }; annotations: { summary: string } }[] }[];
}

const read = (path: string): string => readFileSync(join(resolve(import.meta.dirname, '../..'), path), 'utf8');
const rules = (parse(read('docs/prometheus-rules.yml')) as Rules).groups.flatMap((group) => group.rules);
const measured = new Set(
  read('extensions/directus-extension-zhudian/src/api/operations/metrics/renderMetrics.ts')
    .match(/'zhudian_\w+'/g)
    ?.map((name) => name.slice(1, -1)),
);
const asked = new Set(rules.flatMap(({ expr }) => expr.match(/\bzhudian_\w+/g) ?? []));

it('asks for figures that are measured', () => {
  expect(measured.size).toBeGreaterThan(10);
  for (const name of asked) expect([...measured]).toContain(name);
});

it('has a rule for every figure the guide says to worry about', () => {
  const worries = new Set([...read('docs/operations.md').matchAll(/^\| `(zhudian_\w+)/gm)].map(([, name]) => name));
  expect(worries.size).toBeGreaterThan(5);
  for (const name of worries) expect([...asked]).toContain(name);
});

it('names each alert once, says how bad it is, and to people in Chinese what it means', () => {
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const { labels, annotations } of rules) {
    expect(['critical', 'warning']).toContain(labels.severity);
    expect(annotations.summary).toMatch(/[\u4e00-\u9fff].*。$/u);
  }
});
