import { ref, type Ref } from 'vue';
import { blankHazard } from './lib/readVisit.ts';
import type { DraftHazard, DraftItem } from './lib/VisitDraft.ts';
import type { Visit } from './useVisit.ts';

interface Edited {
  readonly row: DraftHazard;
  readonly isNew: boolean;
}

/** The hazards of a visit, and the one that is being written. */
export function useHazards(visit: Visit): {
  readonly hazard: Ref<Edited | null>;
  readonly newHazard: (item: DraftItem | null) => void;
  readonly saveHazard: (row: DraftHazard) => void;
  readonly cancelHazard: () => void;
} {
  const hazard = ref<Edited | null>(null);

  function newHazard(item: DraftItem | null): void {
    const row = blankHazard(crypto.randomUUID());
    hazard.value = {
      isNew: true,
      row: item ? { ...row, visit_item: item.id, title: firstClause(item.problem), description: item.problem, measures: item.suggestion } : row,
    };
  }

  /** What stands before the first stop makes a title; the rest of a long one is in the description. */
  const firstClause = (text: string): string => (text.split(/[，。；,;\n]/)[0] ?? '').slice(0, 40);

  function saveHazard(row: DraftHazard): void {
    const now = visit.draft;
    if (!now) return;
    const index = now.hazards.findIndex(({ id }) => id === row.id);
    if (index === -1) now.hazards.push(row);
    else now.hazards[index] = row;
    hazard.value = null;
    visit.touch();
    // A major hazard waits for nothing: it is on its way as soon as it is written down.
    if (row.severity === 'major') void visit.send();
  }

  function cancelHazard(): void {
    const { row, isNew } = hazard.value ?? {};
    if (visit.draft && row && isNew) {
      const { photos } = visit.draft;
      visit.draft.photos = photos.filter((photo) => photo.hazard !== row.id);
      for (const { file, hazard: of } of photos) if (of === row.id) void visit.keeper.forgetBytes(file);
    }
    hazard.value = null;
  }

  return { hazard, newHazard, saveHazard, cancelHazard };
}
