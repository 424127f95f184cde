import { expect, it } from 'vitest';
import { emptyDraft } from './emptyDraft.ts';
import { mergeKept } from './mergeKept.ts';
import type { VisitDraft } from './VisitDraft.ts';

const draft = (change: Partial<VisitDraft>): VisitDraft => ({
  ...emptyDraft({ id: 'v', client_key: 'k', enterprise: { id: 'e', name: '示例化工' }, visited_on: '2026-11-24', items: [], people: [] }),
  ...change,
});

it('a page that was left does not put its older draft over a newer one', () => {
  const { kept, taken } = mergeKept(draft({ revision: 5, log: '旧' }), draft({ revision: 6, log: '新' }));
  expect([kept.log, taken]).toEqual(['新', false]);
});

it('of two pages that made one change each, the first stays', () => {
  const { kept, taken } = mergeKept(draft({ revision: 6, writer: 'b', log: '乙' }), draft({ revision: 6, writer: 'a', log: '甲' }));
  expect([kept.log, taken]).toEqual(['甲', false]);
});

it('the same change is kept with what is known of it now, and a newer one replaces it', () => {
  expect(mergeKept(draft({ revision: 6, writer: 'a', acknowledged: 6 }), draft({ revision: 6, writer: 'a' })).kept.acknowledged).toBe(6);
  expect(mergeKept(draft({ revision: 7, writer: 'b', log: '乙' }), draft({ revision: 6, writer: 'a', log: '甲' })).kept.log).toBe('乙');
  expect(mergeKept(draft({ revision: 1 }), undefined).taken).toBe(true);
});

it('what one page has heard from the server is known to the other: it is nobody else’s change', () => {
  const [early, late] = ['2026-11-24T08:00:00.000Z', '2026-11-24T08:00:05.000Z'];
  expect(mergeKept(draft({ revision: 5, server_updated: late }), draft({ revision: 6, server_updated: early })).kept.server_updated).toBe(late);
  expect(mergeKept(draft({ revision: 6, server_updated: null }), draft({ revision: 5, server_updated: early })).kept.server_updated).toBe(early);
});
