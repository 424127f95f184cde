import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSnapshot } from '../schema/readSnapshot.ts';
import { readWords } from '../schema/readWords.ts';
import { renderGlossary } from './renderGlossary.ts';
import { TERMS } from './terms.ts';

const repository = resolve(import.meta.dirname, '../..');
const snapshot = readSnapshot();
const words = { 'en-US': readWords('en-US'), 'zh-CN': readWords('zh-CN') };

describe('docs/glossary.md', () => {
  it('is what the terms and the data model make; npm run schema:types writes it', () => {
    expect(readFileSync(resolve(repository, 'docs/glossary.md'), 'utf8')).toBe(renderGlossary(snapshot, words, TERMS));
  });

  it('is refused while a field that people see has no English name, or a collection no Chinese one', () => {
    const without = (language: string) => (one: { language: string }) => one.language !== language;
    const fields = snapshot.fields.map((one) =>
      one.collection === 'visits' && one.field === 'log'
        ? { ...one, meta: { ...one.meta, translations: one.meta.translations?.filter(without('en-US')) ?? null } }
        : one,
    );
    const collections = snapshot.collections.map((one) =>
      one.collection === 'hazards' ? { ...one, meta: { ...one.meta, translations: one.meta.translations?.filter(without('zh-CN')) ?? null } } : one,
    );
    expect(() => renderGlossary({ ...snapshot, fields, collections }, words, TERMS)).toThrow(/: hazards, visits\.log\./);
  });

  it('has no line for a field that no form shows', () => {
    const hidden = snapshot.fields.filter(({ meta }) => meta.hidden === true);
    expect(hidden.length).toBeGreaterThan(0);
    const page = renderGlossary(snapshot, words, []);
    for (const { collection, field } of hidden) expect(page).not.toContain(`\`${collection}.${field}\``);
  });
});

it('every term names places that are there', () => {
  const known = new Set([
    ...snapshot.collections.map(({ collection }) => collection),
    ...snapshot.fields.map(({ collection, field }) => `${collection}.${field}`),
  ]);
  for (const { english, where } of TERMS) {
    expect(where, english).not.toEqual([]);
    for (const place of where) expect(known.has(place) || existsSync(resolve(repository, place)), `${english}: ${place}`).toBe(true);
  }
});
