import { useApi } from '@directus/extensions-sdk';
import { computed, onBeforeUnmount, ref, watch, type Ref } from 'vue';

export interface DocumentRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly status: 'requested' | 'ready' | 'failed';
  readonly file: string | null;
  readonly error: string | null;
  /** The number that the office gave it (发文字号). */
  readonly number: string | null;
  readonly done: number | null;
  readonly total: number | null;
  readonly date_created: string | null;
}
export type Trouble = 'notListed' | 'notAsked' | 'takesLonger' | 'unchanged';

const FIELDS = ['id', 'kind', 'title', 'status', 'file', 'error', 'number', 'done', 'total', 'date_created'];
const EVERY = 1500;

/**
 * The documents that match a filter (none while there is no filter), read again while one is being made; and a way to ask for one. After
 * `patience` milliseconds without it the person is told.
 */
export function useDocuments(
  filter: () => Readonly<Record<string, unknown>> | null,
  patience: number,
): {
  readonly rows: Ref<DocumentRow[]>;
  readonly trouble: Ref<Trouble | null>;
  /** One is being made. */
  readonly waiting: Ref<boolean>;
  readonly request: (wanted: Readonly<Record<string, unknown>>) => Promise<void>;
} {
  const api = useApi();
  const rows = ref<DocumentRow[]>([]);
  const trouble = ref<Trouble | null>(null);
  const waiting = computed(() => rows.value.some(({ status }) => status === 'requested'));
  let asked: string | null = null;
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
      rows.value = answer.data.data;
      trouble.value = null;
      if (asked && !rows.value.some(({ id }) => id === asked)) {
        // What was asked for is there already, word for word.
        trouble.value = 'unchanged';
        asked = null;
      }
    } catch {
      trouble.value = 'notListed';
    }
    if (!waiting.value) return;
    if (Date.now() - since > patience) trouble.value = 'takesLonger';
    timer = setTimeout(() => void load(), Date.now() - since > patience ? 10 * EVERY : EVERY);
  }

  async function request(wanted: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      const answer = await api.post<{ data: { id: string } }>('/zhudian/documents/request', wanted);
      asked = answer.data.data.id;
      since = Date.now();
    } catch {
      trouble.value = 'notAsked';
      return;
    }
    await load();
  }

  watch(filter, () => void load(), { immediate: true });
  onBeforeUnmount(() => clearTimeout(timer));
  return { rows, trouble, waiting, request };
}
