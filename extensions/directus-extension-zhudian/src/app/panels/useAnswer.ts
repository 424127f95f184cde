import { useApi } from '@directus/extensions-sdk';
import { onMounted, ref, type Ref } from 'vue';
import type { HttpClient } from '../visit/lib/httpVisitServer.ts';

/** What a path answers, for a panel; asked again when the dashboard is opened anew. */
export function useAnswer<T>(path: string, params: Record<string, unknown> = {}): { answer: Ref<T | null>; failed: Ref<boolean> } {
  const api = useApi() as unknown as HttpClient;
  const answer = ref(null) as Ref<T | null>;
  const failed = ref(false);
  onMounted(async () => {
    try {
      answer.value = (await api.get(path, { params })).data.data as T;
    } catch {
      failed.value = true;
    }
  });
  return { answer, failed };
}
