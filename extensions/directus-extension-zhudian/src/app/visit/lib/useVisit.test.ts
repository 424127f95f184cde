// @vitest-environment jsdom
import { createApp, type App } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyDraft } from './emptyDraft.ts';
import { mergeKept } from './mergeKept.ts';
import { reviveDraft } from './reviveDraft.ts';
import type { SyncState } from './SyncState.ts';
import type { VisitDraft } from './VisitDraft.ts';
import { useVisit, type Visit } from './useVisit.ts';

/** The phone's memory and the rounds of sending, both under the test's hand. */
const phone = vi.hoisted(() => ({ kept: undefined as string | undefined, rounds: [] as VisitDraft[], answer: (): unknown => ({ kind: 'offline' }) }));

vi.mock('@directus/extensions-sdk', () => ({ useApi: () => ({ get: async () => await Promise.reject(new Error('no network')) }) }));
vi.mock('../../parts/useCurrentUser.ts', () => ({ useCurrentUser: () => ({ user: { id: 'me' } }) }));
vi.mock('./syncOnce.ts', () => ({
  syncOnce: async (draft: VisitDraft) => {
    phone.rounds.push(JSON.parse(JSON.stringify(draft)) as VisitDraft);
    return await (phone.answer() as Promise<SyncState>);
  },
}));
vi.mock('./VisitKeeper.ts', () => ({
  VisitKeeper: class {
    async keep(draft: VisitDraft) {
      const outcome = mergeKept(draft, phone.kept === undefined ? undefined : reviveDraft(phone.kept));
      phone.kept = JSON.stringify(outcome.kept);
      return outcome;
    }
    async read() {
      return phone.kept === undefined ? undefined : reviveDraft(phone.kept);
    }
    async forget() {
      phone.kept = undefined;
    }
  },
}));

const draft = (change: Partial<VisitDraft>): VisitDraft => ({
  ...emptyDraft({ id: 'v', client_key: 'k', enterprise: { id: 'e', name: '示例化工' }, visited_on: '2026-11-24', items: [], people: [] }),
  ...change,
});

const open: App[] = [];
async function openPage(): Promise<{ readonly visit: Visit; readonly app: App }> {
  let visit: Visit | undefined;
  const app = createApp({ setup: () => ((visit = useVisit('v')), () => null) });
  app.mount(document.createElement('div'));
  open.push(app);
  await vi.advanceTimersByTimeAsync(1);
  if (!visit) throw new Error('no page');
  return { visit, app };
}
function type(visit: Visit, log: string): void {
  if (visit.draft) visit.draft.log = log;
  visit.touch();
}

beforeEach(() => {
  vi.useFakeTimers();
  phone.kept = JSON.stringify(draft({ revision: 1, log: '一' }));
  [phone.rounds, phone.answer] = [[], () => ({ kind: 'offline' })];
});
afterEach(async () => {
  for (const app of open.splice(0)) app.unmount();
  // The last attempt of each page comes to its end before the next test.
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
});

it('a page that was left tries once and no more', async () => {
  const { app } = await openPage();
  app.unmount();
  open.length = 0;
  await vi.advanceTimersByTimeAsync(1);
  const tried = phone.rounds.length;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(phone.rounds.length).toBe(tried);
});

it('a page takes what another one has written since, with its own, instead of sending its own over it', async () => {
  const { visit } = await openPage();
  phone.kept = JSON.stringify(draft({ revision: 9, writer: 'other', log: '另一个窗口写的' }));
  type(visit, '这里写的');
  await vi.advanceTimersByTimeAsync(2000);
  expect([visit.draft?.log, visit.replaced]).toEqual(['另一个窗口写的\n这里写的', true]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(phone.rounds.at(-1)?.log).toBe('另一个窗口写的\n这里写的');
});

it('what is only to be kept while something is sent makes no round of its own; what is to be sent makes one', async () => {
  const { visit } = await openPage();
  for (const [quiet, rounds] of [
    [null, 1],
    [undefined, 2],
  ] as const) {
    phone.rounds = [];
    phone.answer = () => {
      if (phone.rounds.length === 1) visit.touch(quiet);
      return phone.rounds.length === 1 ? { kind: 'local' } : { kind: 'partly' };
    };
    await visit.send();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([visit.draft?.writer, phone.rounds.length]).toEqual([reviveDraft(phone.kept ?? '').writer, rounds]);
  }
});

it('one round at a time, however many ask for one', async () => {
  let under = 0;
  let most = 0;
  phone.answer = async () => {
    most = Math.max(most, (under += 1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    under -= 1;
    return { kind: 'conflict', by: '', own: false };
  };
  const { visit } = await openPage();
  void visit.send();
  void visit.send();
  void visit.send(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect([most, phone.rounds.length]).toEqual([1, 4]);
});

it('an error nobody thought of is told, and handing in can be tried again', async () => {
  phone.answer = async () => await Promise.reject(new Error('the database connection was lost'));
  const { visit } = await openPage();
  expect(visit.state).toMatchObject({
    kind: 'refused',
    faults: [{ message: expect.stringContaining('the database connection was lost') as string }],
  });
});

it('a submission without a network is repeated until the server has it, and then nothing of it is left on the phone', async () => {
  phone.kept = JSON.stringify(draft({ revision: 1, acknowledged: 1, writer: 'me' }));
  const { visit } = await openPage();
  void visit.send(true);
  await vi.advanceTimersByTimeAsync(1);
  expect([visit.pending, reviveDraft(phone.kept).handingIn]).toEqual([true, true]);
  phone.answer = () => {
    Object.assign(visit.draft ?? {}, { status: 'submitted', handingIn: false });
    return { kind: 'synced', at: 'now' };
  };
  await vi.advanceTimersByTimeAsync(2000);
  expect([phone.kept, visit.state.kind, visit.editable]).toEqual([undefined, 'synced', false]);
});
