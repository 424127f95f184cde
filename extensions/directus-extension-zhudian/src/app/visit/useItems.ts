import { computed, ref, type ComputedRef, type Ref } from 'vue';
import type { DraftItem } from './lib/VisitDraft.ts';
import type { VisitText } from './lib/messages.ts';
import type { Visit } from './lib/useVisit.ts';

/** The checklist of a visit: what is open and done, and the items that a team adds to it. */
export function useItems(
  visit: Visit,
  t: ComputedRef<VisitText>,
): {
  readonly open: ComputedRef<DraftItem[]>;
  readonly done: ComputedRef<number>;
  /** Whether somebody is writing an item of their own. */
  readonly addingItem: Ref<boolean>;
  readonly addItem: (content: string) => void;
  readonly removeItem: (item: DraftItem) => void;
  readonly restInPlace: () => void;
} {
  const open = computed(() => visit.draft?.items.filter(({ result }) => result === null) ?? []);
  const done = computed(() => visit.draft?.items.filter(({ result }) => result !== null).length ?? 0);
  const addingItem = ref(false);

  /** What this enterprise calls for beyond the lists. */
  function addItem(content: string): void {
    addingItem.value = false;
    if (!visit.draft) return;
    const sort = Math.max(0, ...visit.draft.items.map((item) => item.sort)) + 1;
    const blank = { standard: null, basis: null, result: null, implementation: '', problem: '', suggestion: '' };
    visit.draft.items.push({ id: crypto.randomUUID(), task_item: null, sort, content, ...blank });
    visit.touch();
  }

  function removeItem(item: DraftItem): void {
    if (!visit.draft || !window.confirm(t.value.removeItemAsk)) return;
    visit.draft.items = visit.draft.items.filter(({ id }) => id !== item.id);
    visit.draft.gone.items.push(item.id);
    visit.touch();
  }

  function restInPlace(): void {
    if (!window.confirm(t.value.allInPlaceAsk(open.value.length))) return;
    for (const item of open.value) item.result = 'in_place';
    visit.touch();
  }

  return { open, done, addingItem, addItem, removeItem, restInPlace };
}
