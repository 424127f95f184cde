import { expect, it } from 'vitest';
import { keepWriting } from './keepWriting.ts';
import { blankHazard } from './readVisit.ts';
import { newDraft } from './testing/newDraft.ts';

const photo = (id: string, hazard: string | null) => ({ id, file: id, uploaded: true, taken_at: '', taken_location: null, item: null, hazard });
const here = { ...newDraft(), writing: { ...blankHazard('h'), description: '写了一半' }, photos: [photo('a', 'h'), photo('b', null)] };

it('keeps a hazard that is half written here, with its photos, beside what another page has written', () => {
  const newer = { ...newDraft(), log: '新的', photos: [photo('c', null)] };
  expect(keepWriting(newer, here)).toEqual({ ...newer, writing: here.writing, photos: [photo('c', null), photo('a', 'h')] });
});

it('takes what the other page has of it where that is finished, or another one is being written', () => {
  const finished = { ...newDraft(), hazards: [blankHazard('h')] };
  const other = { ...newDraft(), writing: blankHazard('g') };
  for (const newer of [finished, other]) expect(keepWriting(newer, here)).toBe(newer);
  expect(keepWriting(finished, newDraft())).toBe(finished);
  expect(keepWriting(finished, null)).toBe(finished);
});
