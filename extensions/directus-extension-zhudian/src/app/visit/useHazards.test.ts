import { expect, it, vi } from 'vitest';
import { reactive } from 'vue';
import { blankHazard } from './lib/readVisit.ts';
import { newDraft } from './lib/testing/newDraft.ts';
import type { HazardTexts } from './lib/VisitDraft.ts';
import { useHazards } from './useHazards.ts';
import type { Visit } from './lib/useVisit.ts';

const photo = (id: string, hazard: string) => ({ id, file: id, uploaded: true, taken_at: '', taken_location: null, item: null, hazard });

/** A visit as the page has it, and what was asked of it. */
function page(editable = true) {
  const asked = { touch: vi.fn(), send: vi.fn(async () => undefined), keeper: { forgetBytes: vi.fn(async () => undefined) } };
  const visit = reactive({ draft: newDraft(), editable, ...asked }) as unknown as Visit;
  return { visit, hazards: useHazards(visit), ...asked };
}
const texts = (change: Partial<HazardTexts>): HazardTexts => ({ ...blankHazard(''), ...change });

it('to look at a hazard writes and sends nothing', () => {
  const { visit, hazards, touch } = page();
  visit.draft!.hazards.push({ ...blankHazard('h'), title: '旧的' });
  hazards.openHazard(visit.draft!.hazards[0]!);
  expect([hazards.shown.value?.title, hazards.saved.value?.id, visit.draft!.writing]).toEqual(['旧的', 'h', null]);
  hazards.cancelHazard(() => expect.unreachable());
  expect([hazards.shown.value, touch.mock.calls]).toEqual([null, []]);
});

it('what is written lies on the phone from the first word, and is sent when it is finished; a major one at once', () => {
  const { visit, hazards, touch, send } = page();
  hazards.newHazard({ ...visit.draft!.items[0]!, problem: '作业票未签字，无人监护', suggestion: '停止动火' });
  expect(hazards.shown.value).toMatchObject({ title: '作业票未签字', description: '作业票未签字，无人监护', measures: '停止动火' });
  hazards.writeHazard(texts({ description: '写了一半' }));
  expect([visit.draft!.writing?.description, touch.mock.calls]).toEqual(['写了一半', [[null]]]);
  hazards.saveHazard(texts({ severity: 'major', title: '动火', description: '写完了' }));
  expect(visit.draft).toMatchObject({ writing: null, hazards: [{ severity: 'major', description: '写完了' }] });
  expect([touch.mock.calls.at(-1), send.mock.calls.length, hazards.shown.value]).toEqual([[], 1, null]);
});

it('is given up only when somebody says so, with its photos', () => {
  const { visit, hazards, keeper } = page();
  hazards.newHazard(null);
  hazards.beginHazard();
  const { id } = visit.draft!.writing!;
  visit.draft!.photos.push(photo('p', id), photo('q', 'other'));
  hazards.cancelHazard(() => false);
  expect([visit.draft!.writing?.id, hazards.shown.value?.id]).toEqual([id, id]);
  hazards.cancelHazard(() => true);
  expect([visit.draft!.writing, hazards.shown.value, visit.draft!.photos.map((one) => one.id)]).toEqual([null, null, ['q']]);
  expect(keeper.forgetBytes.mock.calls).toEqual([['p']]);
});

it('of a visit that was handed in meanwhile can be read, and is not lost by that', () => {
  const { visit, hazards, touch } = page(false);
  visit.draft!.writing = { ...blankHazard('h'), description: '写了一半' };
  expect(hazards.shown.value).toBeNull();
  hazards.openHazard(visit.draft!.writing);
  expect(hazards.shown.value?.description).toBe('写了一半');
  hazards.cancelHazard(() => expect.unreachable());
  expect([hazards.shown.value, visit.draft!.writing.description, touch.mock.calls]).toEqual([null, '写了一半', []]);
});
