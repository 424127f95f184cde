import type { VisitDraft } from './VisitDraft.ts';

/** The server's copy of a visit with the hazard that somebody has begun to write on this phone, and its photos: the server has neither. */
export function goOnWriting(read: VisitDraft, kept: VisitDraft | undefined): VisitDraft {
  const isOver = read.status === 'submitted' || read.status === 'locked';
  const writing = isOver ? null : (kept?.writing ?? null);
  if (!kept || !writing) return read;
  const known = new Set(read.photos.map(({ id }) => id));
  return { ...read, writing, photos: [...read.photos, ...kept.photos.filter(({ id, hazard }) => hazard === writing.id && !known.has(id))] };
}
