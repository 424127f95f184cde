import { nextPicture, type Picture } from './nextPicture.ts';
import type { SyncMeans } from './SyncMeans.ts';
import type { VisitDraft } from './VisitDraft.ts';
import type { Outcome } from './VisitServer.ts';

type Means = Pick<SyncMeans, 'server' | 'bytes' | 'keep'>;

/** Uploads what the server does not have yet, photos and signatures, one after the other; answers with what stopped it. */
export async function uploadPictures(draft: VisitDraft, means: Means): Promise<Exclude<Outcome, { kind: 'done' }> | null> {
  // Looked for anew after each: meanwhile one may have been taken, removed, or signed again.
  for (let picture = nextPicture(draft); picture; picture = nextPicture(draft)) {
    const outcome = await uploadWhole(picture, draft, means);
    if (outcome.kind !== 'done') {
      if (nextPicture(draft)?.file === picture.file) return outcome;
      continue;
    }
    picture.uploaded();
    await means.keep(draft);
  }
  return null;
}

/**
 * One picture under its own id. An earlier request may have brought it; or only its row, which Directus writes before the bytes: what is
 * not as long as here is taken away and sent again.
 */
async function uploadWhole({ file, lost, about }: Picture, draft: VisitDraft, { server, bytes }: Means): Promise<Outcome> {
  const refused = (message: string): Outcome => ({ kind: 'refused', faults: [{ collection: null, field: null, message }] });
  let blob: Blob | undefined;
  try {
    blob = await bytes(file);
  } catch {
    return refused('照片或签字暂时无法从手机存储中读出，请关闭本页后重新打开');
  }
  if (!blob) return refused(lost);
  const outcome = await server.upload(file, blob, about, draft);
  if (outcome.kind !== 'exists') return outcome;
  const size = await server.sizeOf(file);
  if (size === 'unreachable' || size === 'loggedOut') return { kind: size };
  if (size === blob.size) return { kind: 'done', updated: null };
  const removed = await server.removeFile(file);
  return removed.kind === 'done' ? await server.upload(file, blob, about, draft) : removed;
}
