import { useApi } from '@directus/extensions-sdk';
import { computed, markRaw, onBeforeUnmount, onMounted, reactive, ref, shallowRef, toRaw, type Ref } from 'vue';
import { useCurrentUser } from '../../parts/useCurrentUser.ts';
import { carryOver } from './carryOver.ts';
import type { HttpClient } from '../../parts/HttpClient.ts';
import { httpVisitServer } from './httpVisitServer.ts';
import { joinDraft } from './joinDraft.ts';
import { keepPanelAwake } from './keepPanelAwake.ts';
import { isOver } from './isOver.ts';
import { isUnsent } from './isUnsent.ts';
import { keepWriting } from './keepWriting.ts';
import { mergeKept } from './mergeKept.ts';
import { readVisit } from './readVisit.ts';
import { reviveDraft } from './reviveDraft.ts';
import type { SyncState } from './SyncState.ts';
import { syncOnce } from './syncOnce.ts';
import type { VisitDraft } from './VisitDraft.ts';
import { VisitKeeper } from './VisitKeeper.ts';
import { visitOfDay } from './visitOfDay.ts';

/** Milliseconds of quiet after which what was typed is sent, and the waits between repeats. */
const QUIET = 1500;
const WAITS = [1000, 2000, 5000, 10_000, 30_000] as const;

/** The rounds of sending under way, by visit: a page that was left may still be at it when the next one opens. */
const rounds = new Map<string, Promise<void>>();

/** The phone's memory of whoever is logged in. */
export function useKeeper(): VisitKeeper {
  return new VisitKeeper(useCurrentUser().user?.id ?? '');
}

/**
 * One visit on the phone: kept at every keystroke, sent in the pauses, repeated until the server has it.
 *
 * @param id the visit's key, made on the phone
 */
export function useVisit(id: string) {
  const api = useApi() as unknown as HttpClient;
  const user = useCurrentUser().user?.id ?? '';
  const keeper = new VisitKeeper(user);
  const server = httpVisitServer(api, user);
  const draft: Ref<VisitDraft | null> = ref(null);
  const state = shallowRef<SyncState>({ kind: 'local' });
  const problem = ref<'missing' | 'offline' | null>(null);
  const storage = ref<'kept' | 'full'>('kept');
  /** Whether what is shown was written on another page of the same visit. */
  const replaced = ref(false);
  const writer = crypto.randomUUID();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  /** The last change that is to be sent, and not only kept. */
  let due = 0;
  let wasKept = false;
  /** What this page and the phone's memory last had both. */
  let shared: string | null = null;
  let left = false;

  const editable = computed(() => draft.value?.status === 'draft' || draft.value?.status === 'returned');
  const pending = computed(() => draft.value !== null && isUnsent(draft.value));

  async function load(): Promise<void> {
    const kept = await keeper.read(id).catch(() => undefined);
    wasKept = kept !== undefined;
    if (kept && isUnsent(kept)) {
      draft.value = kept;
      shared = JSON.stringify(kept);
      void send();
      return;
    }
    try {
      const read = await readVisit(api, id);
      // It goes on counting where the phone's own copy stands.
      const { revision, writer: by } = kept ?? read;
      draft.value = { ...read, revision, acknowledged: revision, writer: by };
      shared = JSON.stringify(draft.value);
      problem.value = null;
      state.value = { kind: 'synced', at: read.server_updated ?? '' };
      if (kept && isOver(read.status)) await forget(kept);
    } catch (error) {
      if (kept) draft.value = kept;
      else if (!draft.value) problem.value = (error as { response?: unknown }).response ? 'missing' : 'offline';
    }
  }

  async function keep(now: VisitDraft | null = draft.value): Promise<void> {
    if (!now) return;
    try {
      const given = JSON.stringify(now);
      const { kept, taken } = await keeper.keep(toRaw(now));
      storage.value = 'kept';
      wasKept = true;
      if (taken) shared = given;
      else if (now === draft.value) take(kept);
    } catch {
      storage.value = 'full';
    }
  }

  /** Goes on with what another page of this visit has written since, and with what was done on this one. */
  function take(newer: VisitDraft): void {
    const here = draft.value;
    const theirs = JSON.stringify(newer);
    const isMore = here !== null && shared !== null && carryOver(newer, toRaw(here), reviveDraft(shared));
    shared = theirs;
    draft.value = keepWriting(newer, here);
    replaced.value = true;
    state.value = { kind: 'local' };
    if (isMore) touch();
  }

  /** Pictures and signatures of a visit that is handed in do not stay on a phone that others use too. */
  async function forget(now: VisitDraft): Promise<void> {
    await keeper.forget(toRaw(now)).catch(() => undefined);
    wasKept = false;
  }

  /**
   * To be called after every change of the draft.
   *
   * @param quiet milliseconds after which it is sent; null where there is nothing to send yet, only to keep
   */
  function touch(quiet: number | null = QUIET): void {
    if (!draft.value || !editable.value) return;
    draft.value.revision += 1;
    draft.value.writer = writer;
    if (state.value.kind !== 'sending') state.value = { kind: 'local' };
    void keep();
    if (quiet === null) return;
    due = draft.value.revision;
    clearTimeout(timer);
    timer = setTimeout(() => void send(), quiet);
  }

  /** Sends what the server does not have; with `submit` hands the visit in. */
  async function send(submit = false, force = false): Promise<void> {
    if (submit && draft.value) {
      draft.value.handingIn = true;
      state.value = { kind: 'sending' };
      await keep();
    }
    while (rounds.has(id)) await rounds.get(id);
    const turn = round(force).finally(() => rounds.delete(id));
    rounds.set(id, turn);
    await turn;
  }

  async function round(force: boolean): Promise<void> {
    clearTimeout(timer);
    if (!(await isNewest()) || !draft.value || !pending.value) {
      if (state.value.kind === 'sending') state.value = { kind: 'local' };
      return;
    }
    const now = draft.value;
    const begun = now.revision;
    state.value = { kind: 'sending' };
    const means = { server, bytes: (file: string) => keeper.bytes(file), keep, now: () => new Date().toISOString() };
    const outcome = await syncOnce(now, force, means).catch((error: unknown): SyncState => ({
      kind: 'refused',
      faults: [{ collection: null, field: null, message: `本页出现意外错误；内容已保存在本机，请刷新本页后再试（${String(error)}）` }],
    }));
    if (now === draft.value) state.value = outcome;
    if (outcome.kind === 'synced' && isOver(now.status)) await forget(now);
    else await keep(now);
    const { kind } = state.value;
    const more = now !== draft.value || due > begun || (outcome.kind === 'local' && outcome.again === true);
    const again = kind === 'offline' || (kind === 'local' && more);
    tries = again ? tries + 1 : 0;
    // A page that was left has tried once: what it could not send waits for the next one.
    if (again && !left) timer = setTimeout(() => void send(), kind === 'local' ? QUIET : (WAITS[Math.min(tries, WAITS.length) - 1] ?? 30_000));
  }

  /** Looks at what lies on the phone: what another page has written since is taken instead of being overwritten. */
  async function isNewest(): Promise<boolean> {
    const now = draft.value;
    const kept = await keeper.read(id).catch(() => now ?? undefined);
    if (!now || now !== draft.value) return false;
    // Handed in or let go of by another page: what was typed on this one alone is still told.
    if (!kept && wasKept && (left || now.writer !== writer)) {
      if (!left) await load();
      return false;
    }
    const { kept: newest, taken } = mergeKept(toRaw(now), kept);
    if (!taken) {
      if (left) return false;
      take(newest);
      return true;
    }
    Object.assign(now, { server_updated: newest.server_updated, server: newest.server });
    if (kept && kept.revision === now.revision) Object.assign(now, { acknowledged: kept.acknowledged, unanswered: kept.unanswered });
    return true;
  }

  /** Lets go of what is only here and shows what the server has. */
  async function takeTheirs(): Promise<void> {
    if (draft.value) await forget(draft.value);
    await load();
  }

  /**
   * Goes on in the visit that the team has of this day already, with what was written here.
   *
   * @returns its id; null where it cannot be had: everything is still here then
   */
  async function join(): Promise<string | null> {
    const now = draft.value;
    const there = now && (await visitOfDay(now.enterprise.id, now.visited_on, api));
    if (!there || there === id) return null;
    const theirs = await server.read(there);
    if (theirs === 'unreachable') return null;
    // One that is on this phone too, and not sent, is not written over: both stay.
    const kept = await keeper.read(there);
    if (kept && isUnsent(kept)) return there;
    if (kept) await keeper.forget(kept);
    await keeper.keep(joinDraft(toRaw(now), theirs));
    await keeper.forgetDraft(id);
    draft.value = null;
    return there;
  }

  const wake = (): void => void send();
  const guard = (event: BeforeUnloadEvent): void => {
    if (pending.value && storage.value === 'full') event.preventDefault();
  };
  let letGo = (): void => undefined;
  onMounted(() => {
    letGo = keepPanelAwake();
    void load();
    window.addEventListener('online', wake);
    window.addEventListener('beforeunload', guard);
  });
  onBeforeUnmount(() => {
    letGo();
    clearTimeout(timer);
    left = true;
    void send();
    window.removeEventListener('online', wake);
    window.removeEventListener('beforeunload', guard);
  });

  return reactive({ draft, state, problem, storage, replaced, editable, pending, touch, send, load, takeTheirs, join, keeper: markRaw(keeper) });
}
export type Visit = ReturnType<typeof useVisit>;
