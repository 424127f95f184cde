import { computed, type ComputedRef } from 'vue';
import { hazardTexts } from './lib/hazardChanges.ts';
import { blankHazard } from './lib/readVisit.ts';
import type { DraftHazard, DraftItem, HazardTexts } from './lib/VisitDraft.ts';
import type { Visit } from './useVisit.ts';

/** The hazards of a visit, and the one that is being written: kept like all else on the page, a hazard of the visit once it is finished. */
export function useHazards(visit: Visit): {
  readonly writing: ComputedRef<DraftHazard | null>;
  /** The hazard as it was before somebody began to write; null for a new one. */
  readonly saved: ComputedRef<DraftHazard | null>;
  readonly newHazard: (item: DraftItem | null) => void;
  readonly openHazard: (row: DraftHazard) => void;
  readonly writeHazard: (texts: HazardTexts) => void;
  readonly saveHazard: (texts: HazardTexts) => void;
  /** @param giveUp is asked before something written is lost */
  readonly cancelHazard: (giveUp: () => boolean) => void;
} {
  const writing = computed(() => visit.draft?.writing ?? null);
  const saved = computed(() => visit.draft?.hazards.find(({ id }) => id === writing.value?.id) ?? null);

  function newHazard(item: DraftItem | null): void {
    if (visit.draft) visit.draft.writing = begun(crypto.randomUUID(), item);
  }

  function openHazard(row: DraftHazard): void {
    if (visit.draft) visit.draft.writing = { ...row };
  }

  /** Only the phone has it before it is finished. */
  function writeHazard(texts: HazardTexts): void {
    if (!writing.value) return;
    Object.assign(writing.value, texts);
    visit.touch(null);
  }

  function saveHazard(texts: HazardTexts): void {
    const { draft } = visit;
    if (!draft?.writing) return;
    if (saved.value) Object.assign(saved.value, texts);
    else draft.hazards.push({ ...draft.writing, ...texts });
    draft.writing = null;
    visit.touch();
    // A major hazard waits for nothing: it is on its way as soon as it is written down.
    if (texts.severity === 'major') void visit.send();
  }

  function cancelHazard(giveUp: () => boolean): void {
    const { draft } = visit;
    if (!draft?.writing) return;
    const { id } = draft.writing;
    const pictures = saved.value ? [] : draft.photos.filter(({ hazard }) => hazard === id);
    if ((pictures.length > 0 || isChanged(draft.writing)) && !giveUp()) return;
    draft.photos = draft.photos.filter((photo) => !pictures.includes(photo));
    for (const { file } of pictures) void visit.keeper.forgetBytes(file);
    draft.writing = null;
    // What the phone keeps of it, since somebody wrote or while something else was sent, goes as well.
    visit.touch();
  }

  function isChanged(row: DraftHazard): boolean {
    const before = saved.value ?? begun(row.id, visit.draft?.items.find(({ id }) => id === row.visit_item) ?? null);
    return JSON.stringify(hazardTexts(row)) !== JSON.stringify(hazardTexts(before));
  }

  return { writing, saved, newHazard, openHazard, writeHazard, saveHazard, cancelHazard };
}

/** A hazard nobody has written into: what the item says of its problem is there already. */
function begun(id: string, item: DraftItem | null): DraftHazard {
  const blank = blankHazard(id);
  return item ? { ...blank, visit_item: item.id, title: firstClause(item.problem), description: item.problem, measures: item.suggestion } : blank;
}

/** What stands before the first stop makes a title; the rest of a long one is in the description. */
const firstClause = (text: string): string => (text.split(/[，。；,;\n]/)[0] ?? '').slice(0, 40);
