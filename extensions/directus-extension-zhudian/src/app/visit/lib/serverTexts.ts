import { FIGURE_KEYS, type ServerTexts, type VisitDraft } from './VisitDraft.ts';
import { unfinished } from './unfinished.ts';

/** Texts of the visit itself, and of one of its items, that two people can write at once. */
export const VISIT_TEXTS = ['log', 'good_practice', 'remarks', 'inspectors_reason', 'arrived_at', 'left_at'] as const;
export const ITEM_TEXTS = ['result', 'implementation', 'problem', 'suggestion'] as const;

/** @param draft a visit as it was read from the server */
export function serverTexts(draft: VisitDraft): ServerTexts {
  return Object.fromEntries([
    ...VISIT_TEXTS.map((field) => [field, draft[field]] as const),
    ...FIGURE_KEYS.map((field) => [field, draft.figures[field]] as const),
    ...draft.items.flatMap((item) => ITEM_TEXTS.map((field) => [`${item.id}.${field}`, item[field]] as const)),
    ...draft.people.map(({ id, signature, signatureUploaded }) => [`${id}.signature`, signatureUploaded ? signature : null] as const),
  ]);
}

/** What the server has once the draft was sent: of what is held back as unfinished, what it had before. */
export function sentTexts(draft: VisitDraft): ServerTexts {
  const { fields, items } = unfinished(draft);
  const isHeld = (key: string): boolean => fields.has(key) || items.has(key.split('.')[0] ?? '');
  return Object.fromEntries(
    Object.entries(serverTexts(draft)).flatMap(([key, sent]) => {
      const now = isHeld(key) ? draft.server[key] : sent;
      return now === undefined ? [] : [[key, now]];
    }),
  );
}
