import type { VisitDraft } from './VisitDraft.ts';

/** What another page of the visit has written since, with the hazard that is being written on this one and its photos. */
export function keepWriting(newer: VisitDraft, here: VisitDraft | null): VisitDraft {
  const writing = here?.writing;
  if (!writing || newer.writing || newer.hazards.some(({ id }) => id === writing.id)) return newer;
  const known = new Set(newer.photos.map(({ id }) => id));
  return { ...newer, writing, photos: [...newer.photos, ...here.photos.filter(({ id, hazard }) => hazard === writing.id && !known.has(id))] };
}
