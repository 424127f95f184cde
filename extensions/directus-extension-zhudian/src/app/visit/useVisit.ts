import { useApi } from '@directus/extensions-sdk';
import { computed, markRaw, onBeforeUnmount, onMounted, reactive, ref, shallowRef, toRaw, type Ref } from 'vue';
import { useCurrentUser } from '../module/useCurrentUser.ts';
import { httpVisitServer, type HttpClient } from './lib/httpVisitServer.ts';
import { keepPanelAwake } from './lib/keepPanelAwake.ts';
import { readVisit } from './lib/readVisit.ts';
import type { SyncState } from './lib/SyncState.ts';
import { syncOnce } from './lib/syncOnce.ts';
import type { VisitDraft } from './lib/VisitDraft.ts';
import { VisitKeeper } from './lib/VisitKeeper.ts';

/** Milliseconds of quiet after which what was typed is sent, and the waits between repeats. */
const QUIET = 1500;
const WAITS = [1000, 2000, 5000, 10_000, 30_000] as const;

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
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let tries = 0;

  const editable = computed(() => draft.value?.status === 'draft' || draft.value?.status === 'returned');
  const pending = computed(() => draft.value !== null && draft.value.revision > draft.value.acknowledged);

  async function load(): Promise<void> {
    const kept = await keeper.read(id).catch(() => undefined);
    if (kept && kept.revision > kept.acknowledged) {
      draft.value = kept;
      void send();
      return;
    }
    try {
      draft.value = await readVisit(api, id);
      state.value = { kind: 'synced', at: draft.value.server_updated ?? '' };
    } catch (error) {
      if (kept) draft.value = kept;
      else problem.value = (error as { response?: unknown }).response ? 'missing' : 'offline';
    }
  }

  async function keep(): Promise<void> {
    if (!draft.value) return;
    try {
      await keeper.keep(toRaw(draft.value));
      storage.value = 'kept';
    } catch {
      storage.value = 'full';
    }
  }

  /** To be called after every change of the draft. */
  function touch(): void {
    if (!draft.value || !editable.value) return;
    draft.value.revision += 1;
    if (state.value.kind !== 'sending') state.value = { kind: 'local' };
    void keep();
    clearTimeout(timer);
    timer = setTimeout(() => void send(), QUIET);
  }

  /** Sends what the server does not have; with `submit` hands the visit in. */
  async function send(submit = false, force = false): Promise<void> {
    if (running) await running;
    running = round(submit, force).finally(() => (running = null));
    await running;
  }

  async function round(submit: boolean, force: boolean): Promise<void> {
    const now = draft.value;
    if (!now || (!submit && !pending.value)) return;
    clearTimeout(timer);
    state.value = { kind: 'sending' };
    const means = { server, bytes: (file: string) => keeper.bytes(file), keep: async () => keep(), now: () => new Date().toISOString() };
    state.value = await syncOnce(now, submit, force, means);
    await keep();
    const again = state.value.kind === 'offline' || state.value.kind === 'local';
    tries = again ? tries + 1 : 0;
    if (again && !submit)
      timer = setTimeout(() => void send(), state.value.kind === 'local' ? QUIET : (WAITS[Math.min(tries, WAITS.length) - 1] ?? 30_000));
  }

  /** Lets go of what is only here and shows what the server has. */
  async function takeTheirs(): Promise<void> {
    if (draft.value) await keeper.forget(toRaw(draft.value));
    await load();
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
    void send();
    window.removeEventListener('online', wake);
    window.removeEventListener('beforeunload', guard);
  });

  return reactive({ draft, state, problem, storage, editable, pending, touch, send, load, takeTheirs, keeper: markRaw(keeper) });
}
export type Visit = ReturnType<typeof useVisit>;
