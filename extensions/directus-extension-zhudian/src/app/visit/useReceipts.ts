import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue';
import type { HttpClient } from '../parts/HttpClient.ts';
import type { Sent } from '../parts/Sent.ts';
import { isUnsentMajor } from './lib/hasUnsentMajor.ts';
import type { Visit } from './lib/useVisit.ts';

/** What became of a major hazard: when its mail reached the city office, and who confirmed it there. */
export type Receipt = Pick<Sent<'hazards'>, 'id' | 'reported_at' | 'acknowledged_at' | 'acknowledged_by'>;

const FIELDS = ['id', 'reported_at', 'acknowledged_at', 'acknowledged_by'] as const;
/** Milliseconds between two looks while somebody waits for a confirmation. */
const EVERY = 15_000;

/**
 * What the server knows of the major hazards of a visit, by hazard: read when the visit is there, after each sending, when somebody comes back to
 * the page, and again and again while one is not confirmed. Without a network the last that was read stays.
 */
export function useReceipts(visit: Visit, id: string, api: HttpClient): Ref<Readonly<Record<string, Receipt>>> {
  const receipts = ref<Record<string, Receipt>>({});
  const sent = (): string[] =>
    (visit.draft?.hazards ?? [])
      .filter((row) => row.severity === 'major' && row.status !== 'void' && visit.draft && !isUnsentMajor(row, visit.draft))
      .map((row) => row.id);

  async function load(): Promise<void> {
    if (sent().length === 0 || document.visibilityState === 'hidden') return;
    const params = { filter: { visit: { _eq: id }, severity: { _eq: 'major' } }, fields: FIELDS, limit: -1 };
    const { data } = await api.get('/items/hazards', { params });
    receipts.value = Object.fromEntries((data.data as Receipt[]).map((row) => [row.id, row]));
  }
  const look = (): void => void load().catch(() => undefined);

  watch(() => `${visit.state.kind} ${sent().join(' ')}`, look);
  let timer: ReturnType<typeof setInterval> | undefined;
  onMounted(() => {
    timer = setInterval(() => {
      if (sent().some((hazard) => !receipts.value[hazard]?.acknowledged_at)) look();
    }, EVERY);
    document.addEventListener('visibilitychange', look);
  });
  onBeforeUnmount(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  });
  return receipts;
}
