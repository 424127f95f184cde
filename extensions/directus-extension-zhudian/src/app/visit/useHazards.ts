import { computed, ref, type ComputedRef } from 'vue';
import { blankHazard } from './lib/readVisit.ts';
import type { DraftHazard, DraftItem, DraftPhoto, HazardTexts } from './lib/VisitDraft.ts';
import type { Visit } from './lib/useVisit.ts';

/** The hazards of a visit, and the one that is being written: kept like all else on the page, a hazard of the visit once it is finished. */
export function useHazards(visit: Visit): {
  /** The hazard that is looked at or written; of a visit that can only be read, nothing but what somebody looks at. */
  readonly shown: ComputedRef<DraftHazard | null>;
  /** The same as it was before somebody began to write; null for a new one. */
  readonly saved: ComputedRef<DraftHazard | null>;
  readonly newHazard: (item: DraftItem | null) => void;
  readonly openHazard: (row: DraftHazard) => void;
  readonly writeHazard: (texts: HazardTexts) => void;
  /** From here on it lies on the phone: to be called before a photo of it is kept. */
  readonly beginHazard: () => void;
  readonly saveHazard: (texts: HazardTexts) => void;
  /** @param giveUp is asked before something written is lost */
  readonly cancelHazard: (giveUp: () => boolean) => void;
} {
  const opened = ref<DraftHazard | null>(null);
  const shown = computed(() => (visit.editable ? (visit.draft?.writing ?? opened.value) : opened.value));
  const saved = computed(() => visit.draft?.hazards.find(({ id }) => id === shown.value?.id) ?? null);

  function newHazard(item: DraftItem | null): void {
    opened.value = begun(crypto.randomUUID(), item);
  }

  function openHazard(row: DraftHazard): void {
    opened.value = { ...row };
  }

  function beginHazard(): void {
    if (!visit.draft || !shown.value) return;
    visit.draft.writing ??= { ...shown.value };
  }

  /** Only the phone has it before it is finished. */
  function writeHazard(texts: HazardTexts): void {
    beginHazard();
    if (!visit.draft?.writing) return;
    Object.assign(visit.draft.writing, texts);
    visit.touch(null);
  }

  function saveHazard(texts: HazardTexts): void {
    const { draft } = visit;
    if (!draft || !shown.value) return;
    if (saved.value) Object.assign(saved.value, texts);
    else {
      draft.hazards.push({ ...shown.value, ...texts });
      draft.photos.push(...photosOfItem(draft.photos, shown.value));
    }
    draft.writing = null;
    opened.value = null;
    visit.touch();
    // A major hazard waits for nothing: it is on its way as soon as it is written down.
    if (texts.severity === 'major') void visit.send();
  }

  function cancelHazard(giveUp: () => boolean): void {
    const { draft } = visit;
    if (draft?.writing && visit.editable) {
      if (!giveUp()) return;
      const { id } = draft.writing;
      const pictures = saved.value ? [] : draft.photos.filter(({ hazard }) => hazard === id);
      draft.photos = draft.photos.filter((photo) => !pictures.includes(photo));
      for (const { file } of pictures) void visit.keeper.forgetBytes(file);
      draft.writing = null;
      visit.touch();
    }
    opened.value = null;
  }

  return { shown, saved, newHazard, openHazard, writeHazard, beginHazard, saveHazard, cancelHazard };
}

/** A hazard nobody has written into: what the item says of its problem is there already. */
function begun(id: string, item: DraftItem | null): DraftHazard {
  const blank = blankHazard(id);
  return item ? { ...blank, visit_item: item.id, title: firstClause(item.problem), description: item.problem, measures: item.suggestion } : blank;
}

/** The photos of the item that a hazard is made of, as photos of the hazard too. */
function photosOfItem(photos: readonly DraftPhoto[], { id, visit_item }: DraftHazard): DraftPhoto[] {
  const own = visit_item === null ? [] : photos.filter(({ item }) => item === visit_item);
  return own.map((photo) => ({ ...photo, id: crypto.randomUUID(), item: null, hazard: id }));
}

/** What stands before the first stop makes a title; the rest of a long one is in the description. */
const firstClause = (text: string): string => (text.split(/[，。；,;\n]/)[0] ?? '').slice(0, 40);
