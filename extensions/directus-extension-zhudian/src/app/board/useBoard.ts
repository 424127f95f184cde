import { useApi } from '@directus/extensions-sdk';
import { ref, watch, type Ref } from 'vue';
import type { Board } from '../../reports/readBoard.ts';
import { serverWords } from '../text/serverWords.ts';
import type { HttpClient } from '../visit/lib/httpVisitServer.ts';

/** The board of a month, and what can be done on it; every step reads it anew. */
export function useBoard(period: Ref<string | null>): {
  readonly board: Ref<Board | null>;
  /** What went wrong: `notLoaded`, or the server's own words. */
  readonly fault: Ref<string | null>;
  readonly load: () => Promise<void>;
  readonly begin: (county: string) => Promise<string | null>;
  readonly change: (report: string, change: Record<string, unknown>) => Promise<boolean>;
  readonly compile: () => Promise<boolean>;
} {
  const api = useApi() as unknown as HttpClient;
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
      fault.value = serverWords(error) ?? 'notLoaded';
      return null;
    }
  }

  watch(period, () => void load(), { immediate: true });
  return {
    board,
    fault,
    load,
    begin: async (county) =>
      await tried(async () => {
        const created = await api.post('/items/monthly_reports', { county, period: board.value?.period });
        return (created.data.data as { id: string }).id;
      }),
    change: async (report, change) => (await tried(async () => await api.patch(`/items/monthly_reports/${report}`, change))) !== null,
    compile: async () => (await tried(async () => await api.post('/zhudian/reports/compile', { period: board.value?.period }))) !== null,
  };
}
