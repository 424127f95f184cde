import { nothingGone } from './emptyDraft.ts';
import { hazardTexts } from './hazardChanges.ts';
import type { SyncState } from './SyncState.ts';
import { idsOf, toPayload } from './toPayload.ts';
import { unfinished } from './unfinished.ts';
import type { VisitDraft } from './VisitDraft.ts';
import type { Outcome, VisitServer } from './VisitServer.ts';

/** What the phone gives the one round of sending. */
export interface SyncMeans {
  readonly server: VisitServer;
  /** The bytes of a picture that is not uploaded yet. */
  readonly bytes: (file: string) => Promise<Blob | undefined>;
  /** Keeps the draft on the phone. */
  readonly keep: (draft: VisitDraft) => Promise<void>;
  readonly now: () => string;
}

/**
 * One round of sending: pictures first, then the visit with everything below it in one request. Whatever breaks off in between, the next
 * round goes on from there: nothing is lost, nothing is there twice.
 *
 * @param draft is changed: what the server has acknowledged is marked in it
 * @param submit whether the visit is handed in
 * @param force whether the server's copy is overwritten although somebody else has changed it
 */
export async function syncOnce(draft: VisitDraft, submit: boolean, force: boolean, means: SyncMeans): Promise<SyncState> {
  const copy = await means.server.look(draft.id);
  if (copy === 'unreachable') return { kind: 'offline' };
  if (copy === 'loggedOut') return { kind: 'loggedOut' };
  draft.known = [...copy.ids];
  if (copy.ids.length > 0 && draft.server_updated !== null && copy.updated !== draft.server_updated && !copy.own && !force) {
    return { kind: 'conflict', by: copy.by, at: copy.updated ?? '' };
  }
  if (copy.ids.length > 0 && draft.server_updated === null) draft.server_updated = copy.updated;

  const stopped = await uploadPictures(draft, means);
  if (stopped) return stopped;

  const revision = draft.revision;
  const ids = idsOf(draft);
  const sent = new Map(draft.hazards.map((hazard) => [hazard.id, hazardTexts(hazard)]));
  const payload = toPayload(draft, submit);
  const outcome = draft.known.includes(draft.id) ? await means.server.change(draft.id, payload) : await means.server.create(payload);
  if (outcome.kind !== 'done') return told(outcome);
  draft.known = ids;
  draft.gone = nothingGone();
  for (const hazard of draft.hazards) hazard.server = sent.get(hazard.id) ?? hazard.server;
  draft.server_updated = outcome.updated;
  const { items, fields } = unfinished(draft);
  const partly = items.size + fields.size > 0;
  // What is not finished is only here: the draft counts as unsent, so that a reload takes it from the phone.
  draft.acknowledged = partly ? revision - 1 : revision;
  if (submit) {
    draft.status = 'submitted';
    draft.return_reason = null;
  }
  await means.keep(draft);
  if (draft.revision !== revision) return { kind: 'local' };
  return partly ? { kind: 'partly' } : { kind: 'synced', at: means.now() };
}

async function uploadPictures(draft: VisitDraft, { server, bytes, keep }: SyncMeans): Promise<SyncState | null> {
  for (const photo of draft.photos.filter(({ uploaded }) => !uploaded)) {
    const blob = await bytes(photo.file);
    const outcome: Outcome = blob
      ? await server.upload(photo.file, blob, photo, draft)
      : { kind: 'refused', faults: [{ collection: null, field: null, message: '一张照片已不在本机，请重新拍摄' }] };
    if (outcome.kind !== 'done' && outcome.kind !== 'exists') return told(outcome);
    photo.uploaded = true;
    await keep(draft);
  }
  for (const person of draft.people.filter(({ signature, signatureUploaded }) => signature && !signatureUploaded)) {
    const blob = await bytes(person.signature ?? '');
    const outcome: Outcome = blob
      ? await server.upload(person.signature ?? '', blob, null, draft)
      : { kind: 'refused', faults: [{ collection: null, field: null, message: `${person.name}的签字已不在本机，请重新签字` }] };
    if (outcome.kind !== 'done' && outcome.kind !== 'exists') return told(outcome);
    person.signatureUploaded = true;
    await keep(draft);
  }
  return null;
}

function told(outcome: Outcome): SyncState {
  if (outcome.kind === 'refused') return outcome;
  if (outcome.kind === 'loggedOut') return { kind: 'loggedOut' };
  // What exists is found by the next round's look.
  return outcome.kind === 'exists' ? { kind: 'local' } : { kind: 'offline' };
}
