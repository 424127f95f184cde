import { useApi } from '@directus/extensions-sdk';
import { ref, watch, type Ref } from 'vue';
import type { Board } from '../../api/reports/readBoard.ts';
import { useServerWords } from '../text/useServerWords.ts';
import type { HttpClient } from '../parts/HttpClient.ts';

const DRAFT_PATIENCE = 15_000;

/** The board of a month, and what can be done on it; every step reads it anew. */
export function useBoard(period: Ref<string | null>): {
  readonly board: Ref<Board | null>;
  /** What went wrong: `notLoaded`, or the server's own words. */
  readonly fault: Ref<string | null>;
  readonly load: () => Promise<void>;
  readonly begin: (county: string) => Promise<string | null>;
  readonly change: (report: string, change: Record<string, unknown>) => Promise<boolean>;
  /** How the compilation that was asked for stands; null when it could not be asked for. */
  readonly compile: () => Promise<string | null>;
  readonly retry: (request: string) => Promise<string | null>;
} {
  const api = useApi() as unknown as HttpClient;
  const wordsOf = useServerWords();
  const board = ref(null) as Ref<Board | null>;
  const fault = ref<string | null>(null);

  async function load(): Promise<void> {
    try {
      board.value = (await api.get('/zhudian/reports/board', { params: period.value ? { period: period.value } : {} })).data.data as Board;
    } catch {
      fault.value = 'notLoaded';
    }
  }
  async function tried<T>(work: () => Promise<T>): Promise<T | null> {
    fault.value = null;
    try {
      const result = await work();
      await load();
      return result;
    } catch (error) {
      fault.value = wordsOf(error);
      return null;
    }
  }

  /** The draft that n8n makes; null when it takes too long. */
  async function drafted(county: string, month: string | undefined): Promise<string | null> {
    const params = { filter: { county: { _eq: county }, period: { _eq: month } }, fields: ['id'], limit: 1 };
    for (const until = Date.now() + DRAFT_PATIENCE; Date.now() < until;) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      const [row] = (await api.get('/items/monthly_reports', { params })).data.data as { id: string }[];
      if (row) return row.id;
    }
    return null;
  }

  watch(period, () => void load(), { immediate: true });
  return {
    board,
    fault,
    load,
    begin: async (county) =>
      await tried(async () => {
        const wanted = { county, period: board.value?.period };
        const begun = (await api.post('/zhudian/reports/begin', wanted)).data.data as { report: string | null };
        const report = begun.report ?? (await drafted(wanted.county, wanted.period));
        // No draft in time: an empty form is better than waiting.
        return report ?? ((await api.post('/items/monthly_reports', wanted)).data.data as { id: string }).id;
      }),
    change: async (report, change) => (await tried(async () => await api.patch(`/items/monthly_reports/${report}`, change))) !== null,
    compile: async () =>
      await tried(async () => {
        const answer = await api.post('/zhudian/reports/compile', { period: board.value?.period });
        return (answer.data.data as { state: string }).state;
      }),
    retry: async (request) =>
      await tried(async () => ((await api.post(`/zhudian/documents/${request}/retry`, {})).data.data as { status: string }).status),
  };
}
