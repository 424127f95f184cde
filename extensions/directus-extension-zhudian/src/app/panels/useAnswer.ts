import { useApi } from '@directus/extensions-sdk';
import { ref, watch, type Ref } from 'vue';
import type { HttpClient } from '../parts/HttpClient.ts';

/** What a path answers, for a panel; asked again when the dashboard is opened anew, and when what is asked for changes. */
export function useAnswer<T>(path: string, params: () => Record<string, unknown> = () => ({})): { answer: Ref<T | null>; failed: Ref<boolean> } {
  const api = useApi() as unknown as HttpClient;
  const answer = ref(null) as Ref<T | null>;
  const failed = ref(false);
  watch(
    params,
    async (wanted) => {
      try {
        answer.value = (await api.get(path, { params: wanted })).data.data as T;
        failed.value = false;
      } catch {
        failed.value = true;
      }
    },
    { immediate: true },
  );
  return { answer, failed };
}
