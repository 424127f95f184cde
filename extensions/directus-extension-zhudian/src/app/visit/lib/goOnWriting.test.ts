import { expect, it } from 'vitest';
import { goOnWriting } from './goOnWriting.ts';
import { blankHazard } from './readVisit.ts';
import { newDraft } from './testing/newDraft.ts';

const photo = (id: string, hazard: string | null) => ({ id, file: id, uploaded: true, taken_at: '', taken_location: null, item: null, hazard });
const kept = { ...newDraft(), log: '旧的', writing: { ...blankHazard('h'), description: '写了一半' }, photos: [photo('a', 'h'), photo('b', null)] };

it('keeps a hazard that is half written, with its photos, beside what the server has', () => {
  const read = { ...newDraft(), log: '新的', photos: [photo('c', null)] };
  expect(goOnWriting(read, kept)).toEqual({ ...read, writing: kept.writing, photos: [photo('c', null), photo('a', 'h')] });
  expect(goOnWriting({ ...read, photos: [photo('a', 'h')] }, kept).photos).toEqual([photo('a', 'h')]);
  expect(goOnWriting(read, undefined)).toBe(read);
});

it('keeps nothing of it once the visit is handed in', () => {
  const read = { ...newDraft(), status: 'submitted' as const };
  expect(goOnWriting(read, kept)).toBe(read);
});
