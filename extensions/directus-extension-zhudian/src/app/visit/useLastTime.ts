import { HANDED_IN } from '@zhudian/core/visits/isHandedIn.ts';
import { ref, watch, type Ref } from 'vue';
import type { HttpClient } from '../parts/HttpClient.ts';
import type { Visit } from './lib/useVisit.ts';

/** What was written about each item at the last visit, to be taken over as a text, never as a result; by the task item. */
export function useLastTime(visit: Visit, api: HttpClient): Ref<Record<string, string>> {
  const lastTime = ref<Record<string, string>>({});

  async function loadLastTime(): Promise<void> {
    const now = visit.draft;
    if (!now) return;
    const params = {
      filter: {
        _and: [{ enterprise: { _eq: now.enterprise.id } }, { visited_on: { _lt: now.visited_on } }, { status: { _in: HANDED_IN } }],
      },
      fields: ['items.task_item', 'items.implementation'],
      sort: ['-visited_on'],
      limit: 1,
    };
    const { data } = await api.get('/items/visits', { params });
    const [last] = data.data as { items: { task_item: string | null; implementation: string | null }[] }[];
    lastTime.value = Object.fromEntries(
      (last?.items ?? []).flatMap(({ task_item, implementation }) => (task_item && implementation ? [[task_item, implementation]] : [])),
    );
  }

  // When the visit is there; without it everything works.
  watch(
    () => visit.draft !== null,
    () => void loadLastTime().catch(() => undefined),
    { once: true },
  );
  return lastTime;
}
