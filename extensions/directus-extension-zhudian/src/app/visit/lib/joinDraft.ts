import { nothingGone } from './emptyDraft.ts';
import { reviveDraft } from './reviveDraft.ts';
import type { VisitDraft } from './VisitDraft.ts';

/**
 * What was written into a visit that the server refuses, because the team has one of that day already, as changes of that other one. Items
 * and people of both are the same rows from then on. Nothing counts as heard of the server, so that the next round of sending brings along
 * what the other has, and asks where both have written.
 *
 * @param mine the refused visit; it is not changed
 * @param theirs the one that the server has
 */
export function joinDraft(mine: VisitDraft, theirs: VisitDraft): VisitDraft {
  const joined = reviveDraft(JSON.stringify(mine));
  const same = new Map<string, string>();
  for (const item of joined.items) {
    const other = theirs.items.find(({ task_item }) => task_item !== null && task_item === item.task_item);
    if (other) same.set(item.id, other.id);
  }
  for (const person of joined.people) {
    const other = theirs.people.find(({ inspector }) => inspector === person.inspector);
    if (other) same.set(person.id, other.id);
  }
  const now = <Id extends string | null>(id: Id): Id => ((id !== null && same.get(id)) || id) as Id;
  return {
    ...joined,
    id: theirs.id,
    client_key: theirs.client_key,
    status: theirs.status,
    items: joined.items.map((item) => ({ ...item, id: now(item.id) })),
    people: joined.people.map((person) => ({ ...person, id: now(person.id) })),
    photos: joined.photos.map((photo) => ({ ...photo, item: now(photo.item) })),
    hazards: joined.hazards.map((hazard) => ({ ...hazard, visit_item: now(hazard.visit_item), server: null })),
    writing: joined.writing && { ...joined.writing, visit_item: now(joined.writing.visit_item) },
    known: [theirs.id],
    gone: nothingGone(),
    server: {},
    // Of no moment at all: a visit that nobody has changed since it was made is told apart from it too.
    server_updated: '',
    revision: joined.revision + 1,
    acknowledged: joined.revision,
    handingIn: false,
    unanswered: null,
  };
}
