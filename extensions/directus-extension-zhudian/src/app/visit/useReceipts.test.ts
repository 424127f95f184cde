// @vitest-environment jsdom
import { createApp, reactive, type App } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HttpClient } from '../parts/HttpClient.ts';
import { blankHazard } from './lib/readVisit.ts';
import { newDraft } from './lib/testing/newDraft.ts';
import type { Visit } from './lib/useVisit.ts';
import { useReceipts, type Receipt } from './useReceipts.ts';

const REPORTED = { id: 'h', reported_at: '2026-11-24T02:00:00.000Z', acknowledged_at: null, acknowledged_by: null };
const CONFIRMED = { ...REPORTED, acknowledged_at: '2026-11-24T02:30:00.000Z', acknowledged_by: '王明' };
/** What a look at the server is answered with; null is no network. */
let answer: Receipt[] | null;
let asked: number;
const open: App[] = [];

function page(change: object) {
  const major = { ...blankHazard('h'), severity: 'major' as const, server: { ...blankHazard('h'), severity: 'major' as const } };
  const draft = { ...newDraft(), hazards: [{ ...major, ...change }] };
  draft.known = ['h'];
  const visit = reactive({ draft, state: { kind: 'local' } }) as unknown as Visit;
  const api = {
    get: async () => {
      asked += 1;
      return answer ? { data: { data: answer } } : await Promise.reject(new Error('no network'));
    },
  } as unknown as HttpClient;
  let receipts: ReturnType<typeof useReceipts> | undefined;
  const app = createApp({ setup: () => ((receipts = useReceipts(visit, 'v', api)), () => null) });
  app.mount(document.createElement('div'));
  open.push(app);
  return { visit, at: () => receipts?.value.h?.acknowledged_at };
}

beforeEach(() => {
  vi.useFakeTimers();
  [answer, asked] = [[REPORTED], 0];
});
afterEach(() => {
  for (const app of open.splice(0)) app.unmount();
  vi.useRealTimers();
});

it('is asked until the city office has confirmed, and then no more', async () => {
  const { at } = page({});
  await vi.advanceTimersByTimeAsync(20_000);
  expect([asked, at()]).toEqual([1, null]);
  answer = [CONFIRMED];
  await vi.advanceTimersByTimeAsync(600_000);
  expect([asked, at()]).toEqual([2, CONFIRMED.acknowledged_at]);
});

it('without a network the last that was read stays, and a page that was left asks no more', async () => {
  const { at } = page({});
  answer = [{ ...CONFIRMED, acknowledged_at: null, acknowledged_by: null }];
  await vi.advanceTimersByTimeAsync(20_000);
  answer = null;
  await vi.advanceTimersByTimeAsync(20_000);
  expect([asked, at()]).toEqual([2, null]);
  open.splice(0)[0]?.unmount();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toBe(2);
});

it('is not asked for a general hazard, one that was taken back, or one that the server does not have', async () => {
  page({ severity: 'general' });
  page({ status: 'void' });
  page({ server: null });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toBe(0);
});

it('is read at once when something was sent, and when somebody comes back to the page after a dispute', async () => {
  const { visit, at } = page({});
  answer = [CONFIRMED];
  Object.assign(visit, { state: { kind: 'synced', at: '' } });
  await vi.advanceTimersByTimeAsync(1);
  expect([asked, at()]).toEqual([1, CONFIRMED.acknowledged_at]);
  answer = [REPORTED];
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(1);
  expect([asked, at()]).toEqual([2, null]);
});
