// @vitest-environment jsdom
import { computed, createApp, reactive, type App } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HttpClient } from '../parts/HttpClient.ts';
import { messages } from './lib/messages.ts';
import { blankHazard } from './lib/readVisit.ts';
import { newDraft } from './lib/testing/newDraft.ts';
import type { Visit } from './lib/useVisit.ts';
import { useReceipts } from './useReceipts.ts';

const SENT = { id: 'h', reported_at: null, acknowledged_at: null, acknowledged_by: null };
const REPORTED = { ...SENT, reported_at: '2026-11-24T02:00:00.000Z' };
const CONFIRMED = { ...REPORTED, acknowledged_at: '2026-11-24T02:30:00.000Z', acknowledged_by: '王明' };
/** What a look at the server is answered with; null is no network. */
let answer: object[] | null;
let asked: number;
const open: App[] = [];

function page(change: object) {
  const major = { ...blankHazard('h'), severity: 'major' as const, server: { ...blankHazard('h'), severity: 'major' as const } };
  const draft = { ...newDraft(), hazards: [{ ...major, ...change }] };
  draft.known = ['h'];
  const visit = reactive({ draft, state: { kind: 'local' } }) as unknown as Visit;
  const get = async (): Promise<unknown> => {
    asked += 1;
    return answer ? { data: { data: answer } } : await Promise.reject(new Error('no network'));
  };
  const t = computed(() => messages['zh-CN']);
  let receiptOf: ReturnType<typeof useReceipts> | undefined;
  const app = createApp({ setup: () => ((receiptOf = useReceipts(visit, 'v', { get } as unknown as HttpClient, t)), () => null) });
  app.mount(document.createElement('div'));
  open.push(app);
  return { visit, told: () => receiptOf?.(visit.draft!.hazards[0]!) };
}

beforeEach(() => {
  vi.useFakeTimers();
  [answer, asked] = [[SENT], 0];
});
afterEach(() => {
  for (const app of open.splice(0)) app.unmount();
  vi.useRealTimers();
});

it('tells each step by Beijing time, asks until the city office has confirmed, and then no more', async () => {
  const { told } = page({});
  expect(told()).toBe('已上传，由系统邮件直报市化工专项行动办');
  await vi.advanceTimersByTimeAsync(15_000);
  expect([asked, told()]).toEqual([1, '已上传，由系统邮件直报市化工专项行动办']);
  answer = [REPORTED];
  await vi.advanceTimersByTimeAsync(15_000);
  expect([asked, told()]).toEqual([2, '已于 2026-11-24 10:00 直报市级，尚未签收']);
  answer = [CONFIRMED];
  await vi.advanceTimersByTimeAsync(600_000);
  expect([asked, told()]).toEqual([3, '已于 2026-11-24 10:00 直报市级；王明已于 2026-11-24 10:30 签收']);
});

it('one that was confirmed before its mail was taken is told without the mail', async () => {
  const { told } = page({});
  answer = [{ ...CONFIRMED, reported_at: null }];
  await vi.advanceTimersByTimeAsync(15_000);
  expect(told()).toBe('王明已于 2026-11-24 10:30 签收');
});

it('without a network the last that was read stays, and a page that was left asks no more', async () => {
  const { told } = page({});
  answer = [REPORTED];
  await vi.advanceTimersByTimeAsync(15_000);
  answer = null;
  await vi.advanceTimersByTimeAsync(15_000);
  expect([asked, told()]).toEqual([2, '已于 2026-11-24 10:00 直报市级，尚未签收']);
  open.splice(0)[0]?.unmount();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toBe(2);
});

it('nothing is asked for a general hazard, one that was taken back, or one that the server does not have', async () => {
  const { told } = page({ severity: 'general' });
  page({ status: 'void' });
  const { told: unsent } = page({ server: null });
  await vi.advanceTimersByTimeAsync(600_000);
  expect([asked, told(), unsent()]).toEqual([0, '', '还在本机，尚未上传']);
});

it('it is read at once when something was sent, and when somebody comes back to the page after a dispute', async () => {
  const { visit, told } = page({});
  answer = [CONFIRMED];
  Object.assign(visit, { state: { kind: 'synced', at: '' } });
  await vi.advanceTimersByTimeAsync(1);
  expect(told()).toContain('王明');
  answer = [REPORTED];
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(1);
  expect([asked, told()]).toEqual([2, '已于 2026-11-24 10:00 直报市级，尚未签收']);
});
