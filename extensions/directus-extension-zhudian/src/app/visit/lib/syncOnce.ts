import { hasUnsentMajor } from './hasUnsentMajor.ts';
import { isOver } from './isOver.ts';
import { hazardTexts } from './hazardChanges.ts';
import { mergeTheirs } from './mergeTheirs.ts';
import { normaliseDraft } from './normaliseDraft.ts';
import { nextPicture } from './nextPicture.ts';
import { reviveDraft } from './reviveDraft.ts';
import { sentTexts } from './serverTexts.ts';
import type { SyncMeans } from './SyncMeans.ts';
import type { SyncState } from './SyncState.ts';
import { idsOf, toPayload } from './toPayload.ts';
import { unfinished } from './unfinished.ts';
import { uploadPictures } from './uploadPictures.ts';
import type { VisitDraft } from './VisitDraft.ts';
import type { Outcome, ServerCopy, VisitServer } from './VisitServer.ts';

/**
 * One round of sending: pictures first, then the visit with everything below it in one request. A major hazard does not wait for
 * pictures: it goes ahead with what is uploaded. Whatever breaks off in between, the next round goes on from there: nothing is lost,
 * nothing is there twice.
 *
 * @param draft is changed: what the server has acknowledged is marked in it; one that is being handed in remains so until the server has answered
 * @param force whether the server's copy is overwritten although somebody else has changed it
 */
export async function syncOnce(draft: VisitDraft, force: boolean, means: SyncMeans): Promise<SyncState> {
  const copy = await means.server.look(draft.id);
  if (copy === 'unreachable') return { kind: 'offline' };
  if (copy === 'loggedOut') return { kind: 'loggedOut' };
  const before = new Set(draft.known);
  draft.known = [...copy.ids];
  if (copy.ids.length > 0) {
    if (isOver(copy.status)) return await adopt(draft, copy, means);
    // A change of one's own is an answer that was lost only when there was one to lose.
    const isAnswer = copy.own && draft.unanswered !== null;
    if (before.has(draft.id) && copy.updated !== draft.server_updated && !isAnswer) {
      const theirs = await means.server.read(draft.id);
      if (theirs === 'unreachable') return { kind: 'offline' };
      // Tried on a copy: before somebody has chosen nothing of the server's counts as heard of.
      const differences = mergeTheirs(reviveDraft(JSON.stringify(draft)), theirs, before);
      if (differences.length > 0 && !force) {
        Object.assign(draft, { handingIn: false, known: [...before] });
        return { kind: 'conflict', by: copy.own ? '' : await means.server.writer(draft.id), own: copy.own, differences };
      }
      mergeTheirs(draft, theirs, before);
    }
    Object.assign(draft, { status: copy.status, server_updated: copy.updated });
  }

  if (hasUnsentMajor(draft) && hasPictures(draft)) {
    const ahead = await send(draft, false, means);
    if (ahead.kind !== 'partly' && ahead.kind !== 'synced') return ahead;
  }
  const stopped = await uploadPictures(draft, means);
  // A hazard that is still being written comes along: the visit waits for it.
  return stopped ? told(stopped, draft) : await send(draft, draft.handingIn && draft.writing === null, means);
}

/** What is handed in is the server's. Either an earlier request of this phone's did it, or somebody else: then what is only here is told. */
async function adopt(draft: VisitDraft, copy: ServerCopy, { keep, now }: SyncMeans): Promise<SyncState> {
  const carried = copy.own && draft.unanswered !== null ? draft.unanswered : draft.acknowledged;
  Object.assign(draft, { status: copy.status, return_reason: null, handingIn: false, server_updated: copy.updated });
  const isWhole = draft.revision <= carried && draft.writing === null;
  if (isWhole) Object.assign(draft, { acknowledged: draft.revision, unanswered: null });
  await keep(draft);
  return isWhole ? { kind: 'synced', at: now() } : { kind: 'late' };
}

async function send(draft: VisitDraft, submit: boolean, { server, keep, now }: SyncMeans): Promise<SyncState> {
  normaliseDraft(draft);
  const revision = draft.revision;
  const ids = idsOf(draft);
  const texts = sentTexts(draft);
  const sent = new Map(draft.hazards.map((hazard) => [hazard.id, hazardTexts(hazard)]));
  const removed = new Set(
    [...draft.gone.items, ...draft.gone.people, ...draft.gone.photos, ...draft.gone.hazardPhotos.map(({ id }) => id)].filter((id) =>
      draft.known.includes(id),
    ),
  );
  const payload = toPayload(draft, submit);
  draft.unanswered = revision;
  // Kept before it is sent: what is reloaded in between still knows that it may have arrived.
  await keep(draft);
  const outcome = draft.known.includes(draft.id) ? await change(payload, draft, server) : await create(payload, draft, server);
  if (outcome.kind !== 'done') return told(outcome, draft);
  const { items: goneItems, people, photos, hazardPhotos } = draft.gone;
  draft.known = ids;
  // What was removed while the request was under way goes with the next.
  draft.gone = {
    items: goneItems.filter((id) => !removed.has(id)),
    people: people.filter((id) => !removed.has(id)),
    photos: photos.filter((id) => !removed.has(id)),
    hazardPhotos: hazardPhotos.filter(({ id }) => !removed.has(id)),
  };
  for (const hazard of draft.hazards) hazard.server = sent.get(hazard.id) ?? hazard.server;
  draft.server = texts;
  draft.server_updated = outcome.updated;
  draft.unanswered = null;
  const partly = !submit && (unfinished(draft).faults.length > 0 || hasPictures(draft) || draft.writing !== null);
  // What is not finished is only here: the draft counts as unsent, so that a reload takes it from the phone.
  draft.acknowledged = partly ? revision - 1 : revision;
  if (submit) Object.assign(draft, { status: 'submitted', return_reason: null, handingIn: false });
  await keep(draft);
  if (draft.revision !== revision) return { kind: submit ? 'late' : 'local' };
  return partly ? { kind: 'partly' } : { kind: 'synced', at: now() };
}

const fault = (message: string): Outcome => ({ kind: 'refused', faults: [{ collection: 'visits', field: null, message }] });
/** A visit that is there, and not to be seen: to send it again and again would help nobody. */
const HIDDEN = fault(
  '服务器上已有这份驻点记录，但您现在不能查看或修改它：它可能已调整到其他企业，或您已不在该企业的驻点组。您填写的内容保存在本机，请联系县级管理员',
);
/** A part of it that is there, and of another visit by now, or of none. */
const TAKEN = fault(
  '本机上的一项隐患、照片或人员在服务器上已不属于这份记录，可能已由管理员移走，因此不能一起提交。您填写的内容保存在本机，请联系县级管理员',
);

/** Changes the visit. Rows that are there although the visit does not show them are looked for once more: an earlier request may just have brought them. */
async function change(payload: Record<string, unknown>, draft: VisitDraft, server: VisitServer): Promise<Outcome> {
  const known = [...draft.known].sort().join();
  const outcome = await server.change(draft.id, payload);
  if (outcome.kind !== 'exists') return outcome;
  const copy = await server.look(draft.id);
  return typeof copy === 'object' && [...copy.ids].sort().join() === known ? TAKEN : outcome;
}

/** Makes the visit. One that is there although it is not shown is asked for once more: somebody else may just have made one of the same day. */
async function create(payload: Record<string, unknown>, draft: VisitDraft, server: VisitServer): Promise<Outcome> {
  const outcome = await server.create(payload);
  if (outcome.kind !== 'exists') return outcome;
  const copy = await server.look(draft.id);
  if (typeof copy !== 'object' || copy.ids.length > 0) return outcome;
  const again = await server.create(payload);
  return again.kind === 'exists' ? HIDDEN : again;
}

const hasPictures = (draft: VisitDraft): boolean => nextPicture(draft) !== null;

function told(outcome: Exclude<Outcome, { kind: 'done' }>, draft: VisitDraft): SyncState {
  if (outcome.kind === 'refused') {
    // What the server refuses is corrected, and handed in again by a person.
    draft.handingIn = false;
    draft.unanswered = null;
    return outcome;
  }
  if (outcome.kind === 'loggedOut') return { kind: 'loggedOut' };
  // What exists is found by the next round's look.
  return outcome.kind === 'exists' ? { kind: 'local', again: true } : { kind: 'offline' };
}
