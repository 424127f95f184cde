import type { Names } from '../../schema/access/renderAccess.ts';
import { readSnapshot } from './readSnapshot.ts';
import { readWords } from './readWords.ts';

interface Choice {
  readonly text: string;
  readonly value: string;
}

/** The Chinese names that people see in the panel, from the dump. */
export function readNames(): Names {
  const { collections, fields, relations } = readSnapshot();
  const chinese = readWords('zh-CN');

  const stateOf = (collection: string, state: string): string | undefined => {
    const status = fields.find((field) => field.collection === collection && field.field === 'status');
    const choice = ((status?.meta.options?.choices ?? []) as Choice[]).find(({ value }) => value === state);
    return choice && (chinese.get(choice.text) ?? choice.text);
  };
  const above = (name: string, state: string, steps: number): string | undefined =>
    stateOf(name, state) ??
    (steps === 0
      ? undefined
      : relations
          .filter(({ collection, related_collection }) => collection === name && related_collection !== name)
          .map((relation) => above(String(relation.related_collection), state, steps - 1))
          .find(Boolean));
  return {
    collection: (name) =>
      collections.find(({ collection }) => collection === name)?.meta.translations?.find(({ language }) => language === 'zh-CN')?.translation ?? name,
    // A row that is part of another one has the other's state; what has none of its own by that name, that of what it is part of.
    state: (name, state) => above(name, state, 3) ?? state,
  };
}
