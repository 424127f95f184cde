import { useApi } from '@directus/extensions-sdk';
import { computed, onBeforeUnmount, ref, watch, type Ref } from 'vue';
import type { Sent } from '../parts/Sent.ts';
import { useServerWords } from '../text/useServerWords.ts';

export type DocumentRow = Pick<Sent<'documents'>, (typeof FIELDS)[number]>;
export type Trouble = 'notListed' | 'takesLonger' | 'unchanged';

const FIELDS = ['id', 'kind', 'title', 'status', 'file', 'error', 'number', 'done', 'total', 'date_created'] as const;
const EVERY = 1500;

/**
 * The documents that match a filter (none while there is no filter), read again while one is being made; a way to ask for one, and to have one
 * tried again. After `patience` milliseconds without it the person is told.
 */
export function useDocuments(
  filter: () => Readonly<Record<string, unknown>> | null,
  patience: number,
): {
  readonly rows: Ref<DocumentRow[]>;
  /** What the person is to be told: one of ours, or the server's own words. */
  readonly trouble: Ref<Trouble | null>;
  readonly refused: Ref<string | null>;
  /** Whether one of a kind is being made: asked for again it would be the same. */
  readonly isMade: (kind: string) => boolean;
  readonly request: (wanted: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly retry: (row: Pick<DocumentRow, 'id'>) => Promise<void>;
} {
  const api = useApi();
  const wordsOf = useServerWords();
  const rows = ref<DocumentRow[]>([]);
  const trouble = ref<Trouble | null>(null);
  const refused = ref<string | null>(null);
  const waiting = computed(() => rows.value.some(({ status }) => status === 'requested'));
  let since = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    clearTimeout(timer);
    const wanted = filter();
    if (!wanted) return;
    try {
      const answer = await api.get<{ data: DocumentRow[] }>('/items/documents', {
        params: { filter: wanted, fields: FIELDS, sort: ['-date_created'], limit: 50 },
      });
      // A file that answered several requests is shown once.
      rows.value = answer.data.data.filter(({ file }, index, all) => !file || all.findIndex((row) => row.file === file) === index);
      trouble.value = null;
    } catch {
      trouble.value = 'notListed';
    }
    if (!waiting.value) return;
    if (Date.now() - since > patience) trouble.value = 'takesLonger';
    timer = setTimeout(() => void load(), Date.now() - since > patience ? 10 * EVERY : EVERY);
  }

  async function ask(path: string, wanted: Readonly<Record<string, unknown>>): Promise<void> {
    refused.value = null;
    try {
      const answer = await api.post<{ data: { status: string } }>(path, wanted);
      since = Date.now();
      await load();
      if (answer.data.data.status === 'ready') trouble.value = 'unchanged';
    } catch (error) {
      refused.value = wordsOf(error);
    }
  }

  watch(filter, () => void load(), { immediate: true });
  onBeforeUnmount(() => clearTimeout(timer));
  return {
    rows,
    trouble,
    refused,
    isMade: (kind) => rows.value.some((row) => row.kind === kind && row.status === 'requested'),
    request: async (wanted) => await ask('/zhudian/documents/request', wanted),
    retry: async ({ id }) => await ask(`/zhudian/documents/${id}/retry`, {}),
  };
}
