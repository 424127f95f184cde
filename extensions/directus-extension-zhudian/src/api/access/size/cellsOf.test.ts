import { describe, expect, it } from 'vitest';
import type { Model } from '../sight/Sight.ts';
import { cellsOf } from './cellsOf.ts';

const COLLECTIONS = {
  visits: ['id', 'log', 'enterprise', 'items'],
  items: ['id', 'visit', 'result'],
  enterprises: ['id', 'name', 'visits'],
};
const refers = (collection: string, field: string, to: string, list: string): unknown => ({
  collection,
  field,
  related_collection: to,
  schema: null,
  meta: { one_field: list },
});
const model = {
  relations: [refers('visits', 'enterprise', 'enterprises', 'visits'), refers('items', 'visit', 'visits', 'items')],
  collections: Object.fromEntries(
    Object.entries(COLLECTIONS).map(([name, fields]) => [name, { primary: 'id', fields: Object.fromEntries(fields.map((field) => [field, {}])) }]),
  ),
} as unknown as Model;
const cells = (query: object, most = 1e9): number => cellsOf(query, 'visits', model, most);

describe('the cells of an answer', () => {
  it.each([
    [{}, 400],
    [{ fields: ['id', 'log'], limit: 25 }, 50],
    [{ fields: ['id'], limit: -1 }, 10_000],
    [{ fields: ['id'], limit: 50_000 }, 10_000],
    [{ fields: ['enterprise.name'], limit: 10 }, 10 + 10],
    [{ fields: ['items.result'], limit: 10 }, 10 + 10 * 20],
    [{ fields: ['items.result'], limit: 10, deep: { items: { _limit: 3 } } }, 10 + 10 * 3],
    [{ fields: ['mine.result'], limit: 10, alias: { mine: 'items' }, deep: { mine: { _limit: -1 } } }, 10 + 10 * 1000],
    [{ fields: ['*'], filter: { id: { _eq: 'a' } } }, 4],
    [{ fields: ['*', 'items.*'], filter: { _and: [{ id: { _in: ['a', 'b'] } }, { log: { _nnull: true } }] } }, 2 * 5 + 2 * 20 * 3],
    [{ fields: ['id'], filter: { _or: [{ id: { _eq: 'a' } }, {}] } }, 100],
    [{ fields: ['items.visit.items.id'], limit: 1, deep: { items: { visit: { items: { _limit: 5 } } } } }, 1 + 20 + 20 + 100],
    [{ fields: ['*', '*.*'], limit: 1 }, 4 + 4 + 3 + 20 * 3],
    [{ aggregate: { count: ['*'] }, group: ['log'], fields: ['id'] }, 10_000],
  ])('%j are %d', (query, expected) => {
    expect(cells(query)).toBe(expected);
  });

  it('are not counted further than they matter, however deep somebody asks', () => {
    expect(cells({ fields: [Array.from({ length: 40 }, () => '*').join('.')], limit: -1 }, 1_000_000)).toBeGreaterThan(1_000_000);
  });
});
