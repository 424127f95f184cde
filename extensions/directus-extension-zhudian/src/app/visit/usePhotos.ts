import { computed, type ComputedRef, type Ref } from 'vue';
import { shrinkPicture } from './lib/shrinkPicture.ts';
import type { DraftPhoto } from './lib/VisitDraft.ts';
import { whereAmI } from './lib/whereAmI.ts';
import type { VisitText } from './lib/messages.ts';
import type { Visit } from './lib/useVisit.ts';

/** Milliseconds a picture waits for the place to be told, a little longer than is asked for it. */
const PLACE_WAIT = 5000;

/** The photos of a visit: each of an item, of a hazard, or of the visit as a whole. What goes wrong with one is told by `note`. */
export function usePhotos(
  visit: Visit,
  note: Ref<string | null>,
  t: ComputedRef<VisitText>,
): {
  readonly photosOf: (kind: 'item' | 'hazard', id: string) => DraftPhoto[];
  readonly loosePhotos: ComputedRef<DraftPhoto[]>;
  readonly addPhoto: (file: File, item: string | null, of: string | null) => Promise<void>;
  readonly removePhoto: (photo: DraftPhoto) => void;
} {
  const photosOf = (kind: 'item' | 'hazard', id: string): DraftPhoto[] => visit.draft?.photos.filter((photo) => photo[kind] === id) ?? [];
  const loosePhotos = computed(() => visit.draft?.photos.filter(({ item, hazard }) => item === null && hazard === null) ?? []);

  async function addPhoto(file: File, item: string | null, of: string | null): Promise<void> {
    note.value = null;
    const photo: DraftPhoto = {
      id: crypto.randomUUID(),
      file: crypto.randomUUID(),
      uploaded: false,
      taken_at: new Date(file.lastModified || Date.now()).toISOString(),
      taken_location: null,
      item,
      hazard: of,
    };
    try {
      await visit.keeper.keepBytes(photo.file, await shrinkPicture(file));
    } catch (error) {
      note.value = error instanceof DOMException && error.name === 'QuotaExceededError' ? t.value.storageFull : t.value.photoNotRead;
      return;
    }
    // What it was taken for may have been given up while it was made smaller.
    if (!isThere(item, of)) return void visit.keeper.forgetBytes(photo.file);
    // On the phone first, with its bytes: a page that is closed while it asks for the place has the picture. Sent when the place is there.
    visit.draft?.photos.push(photo);
    visit.touch(PLACE_WAIT);
    const where = await whereAmI();
    const here = visit.draft?.photos.find(({ id }) => id === photo.id);
    if (here && !here.uploaded) here.taken_location = where;
    visit.touch();
  }

  function isThere(item: string | null, of: string | null): boolean {
    const { items = [], hazards = [], writing = null } = visit.draft ?? {};
    return (item === null || items.some(({ id }) => id === item)) && (of === null || writing?.id === of || hazards.some(({ id }) => id === of));
  }

  function removePhoto(photo: DraftPhoto): void {
    const now = visit.draft;
    if (!now) return;
    now.photos = now.photos.filter(({ id }) => id !== photo.id);
    // One photo may be an item's and a hazard's.
    if (!now.photos.some(({ file }) => file === photo.file)) void visit.keeper.forgetBytes(photo.file);
    if (photo.hazard === null) now.gone.photos.push(photo.id);
    else now.gone.hazardPhotos.push({ hazard: photo.hazard, id: photo.id });
    visit.touch();
  }

  return { photosOf, loosePhotos, addPhoto, removePhoto };
}
