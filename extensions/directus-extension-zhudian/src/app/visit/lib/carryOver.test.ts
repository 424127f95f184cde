import { expect, it } from 'vitest';
import { carryOver } from './carryOver.ts';
import { blankHazard } from './readVisit.ts';
import { reviveDraft } from './reviveDraft.ts';
import { newDraft } from './testing/newDraft.ts';
import type { VisitDraft } from './VisitDraft.ts';

const copy = (draft: VisitDraft): VisitDraft => reviveDraft(JSON.stringify(draft));

it('keeps what either window has written since both had the same', () => {
  const before = newDraft();
  Object.assign(before, { log: '上午看台账', remarks: '旧备注' });
  const [here, newer] = [copy(before), copy(before)];
  Object.assign(here, { remarks: '第一个窗口写的备注' });
  Object.assign(here.items[0]!, { result: 'in_place' });
  here.photos.push({ id: 'f', file: 'file', uploaded: false, taken_at: '', taken_location: null, item: 'i1', hazard: null });
  here.hazards.push({ ...blankHazard('h'), title: '阀门渗漏' });
  Object.assign(here.people[1]!, { signature: 's' });
  Object.assign(newer, { log: '上午看台账，下午看罐区', revision: 9 });
  Object.assign(newer.items[1]!, { result: 'missing', problem: '作业票缺签字' });
  newer.figures.rules_improved = '2';

  expect(carryOver(newer, here, before)).toBe(true);
  expect(newer).toMatchObject({
    ...{ log: '上午看台账，下午看罐区', remarks: '第一个窗口写的备注', figures: { rules_improved: '2' }, revision: 9 },
    items: [{ result: 'in_place' }, { result: 'missing', problem: '作业票缺签字' }],
    people: [{ signature: null }, { signature: 's' }],
    photos: [{ id: 'f' }],
    hazards: [{ id: 'h' }],
  });
});

it('has what either wrote in a text that both have changed, and the figure entered last', () => {
  const before = newDraft();
  Object.assign(before, { log: '旧', remarks: '旧', good_practice: '旧' });
  const [here, newer] = [copy(before), copy(before)];
  Object.assign(here, { log: '这里', remarks: '', good_practice: '那里，还有这里' });
  Object.assign(newer, { log: '那里', remarks: '那里', good_practice: '那里' });
  here.figures.rules_improved = '2';
  newer.figures.rules_improved = '3';
  carryOver(newer, here, before);
  expect(newer).toMatchObject({ log: '那里\n这里', remarks: '', good_practice: '那里，还有这里', figures: { rules_improved: '2' } });
});

it('carries nothing over where nothing was done here', () => {
  const before = newDraft();
  const newer = copy(before);
  newer.log = '那里';
  expect(carryOver(newer, copy(before), before)).toBe(false);
  expect(newer.log).toBe('那里');
});
