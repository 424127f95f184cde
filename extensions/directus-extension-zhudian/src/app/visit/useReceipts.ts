import { onBeforeUnmount, onMounted, ref, watch, type ComputedRef } from 'vue';
import type { HttpClient } from '../parts/HttpClient.ts';
import type { Sent } from '../parts/Sent.ts';
import { beijing } from '../text/beijing.ts';
import { isUnsentMajor } from './lib/hasUnsentMajor.ts';
import type { VisitText } from './lib/messages.ts';
import type { Visit } from './lib/useVisit.ts';
import type { DraftHazard } from './lib/VisitDraft.ts';

/** What became of a major hazard: when its mail reached the city office, and who confirmed it there. */
type Receipt = Pick<Sent<'hazards'>, 'id' | 'reported_at' | 'acknowledged_at' | 'acknowledged_by'>;

const FIELDS = ['id', 'reported_at', 'acknowledged_at', 'acknowledged_by'] as const;
/** Milliseconds between two looks while somebody waits for a confirmation. */
const EVERY = 15_000;

/**
 * How far the major hazards of a visit have come: read when the visit is there, after each sending, when somebody comes back to the page, and again
 * and again while one is not confirmed. Without a network the last that was read stays.
 *
 * @returns the words for a hazard: on this phone, sent, with the city office, confirmed there; blank for one that is not major
 */
export function useReceipts(visit: Visit, id: string, api: HttpClient, t: ComputedRef<VisitText>): (row: DraftHazard) => string {
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

  function receiptOf(row: DraftHazard): string {
    if (row.severity !== 'major' || !visit.draft) return '';
    if (isUnsentMajor(row, visit.draft)) return t.value.majorUnsent;
    const { reported_at, acknowledged_at, acknowledged_by } = receipts.value[row.id] ?? {};
    if (!reported_at && !acknowledged_at) return t.value.majorSent;
    return t.value.majorReceipt(reported_at ? beijing(reported_at) : null, acknowledged_at ? beijing(acknowledged_at) : null, acknowledged_by ?? '');
  }

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
  return receiptOf;
}
