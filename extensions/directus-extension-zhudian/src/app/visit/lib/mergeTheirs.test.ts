import { expect, it } from 'vitest';
import { mergeTheirs } from './mergeTheirs.ts';
import { blankHazard } from './readVisit.ts';
import { serverTexts } from './serverTexts.ts';
import { newDraft } from './testing/newDraft.ts';
import type { VisitDraft } from './VisitDraft.ts';

const KNOWN = new Set(['v', 'i1', 'i2', 'pa', 'pb']);

it('takes what the other wrote wherever nothing is written here, and tells of nothing', () => {
  const [mine, theirs] = [newDraft(), newDraft()];
  Object.assign(mine, { log: '上午看台账' });
  Object.assign(mine.items[0]!, { result: 'in_place', implementation: '台账齐全' });
  Object.assign(theirs, { remarks: '下次复查', arrived_at: '2026-11-24T01:00:00.000Z' });
  Object.assign(theirs.items[1]!, { result: 'missing', problem: '作业票缺签字', suggestion: '补签' });
  theirs.figures.rules_improved = '2';
  Object.assign(theirs.people[1]!, { signature: 's', signatureUploaded: true });
  expect(mergeTheirs(mine, theirs, KNOWN)).toEqual([]);
  expect(mine).toMatchObject({
    log: '上午看台账',
    remarks: '下次复查',
    arrived_at: '2026-11-24T01:00:00.000Z',
    figures: { rules_improved: '2' },
    items: [{ implementation: '台账齐全' }, { result: 'missing', problem: '作业票缺签字', suggestion: '补签' }],
    people: [{ signature: null }, { signature: 's', signatureUploaded: true }],
  });
});

it('keeps this phone’s where both have written, and tells what the other has', () => {
  const [mine, theirs] = [newDraft(), newDraft()];
  Object.assign(mine, { log: '上午看台账', arrived_at: '2026-11-24T01:00:00.000Z' });
  Object.assign(theirs, { log: '下午看罐区', arrived_at: '2026-11-24T01:00:00Z' });
  mine.items[1]!.implementation = '齐全';
  theirs.items[1]!.implementation = '缺两份';
  expect(mergeTheirs(mine, theirs, KNOWN)).toEqual([
    { field: 'log', of: null, theirs: '下午看罐区' },
    { field: 'implementation', of: '2', theirs: '缺两份' },
  ]);
  expect(mine).toMatchObject({ log: '上午看台账', items: [{}, { implementation: '齐全' }] });
});

/** A visit that both have read, and each has changed since. */
function bothRead(): { mine: VisitDraft; theirs: VisitDraft } {
  const [mine, theirs] = [newDraft(), newDraft()];
  for (const draft of [mine, theirs]) {
    Object.assign(draft, { log: '上午看台账', remarks: '下次复查', arrived_at: '2026-11-24T01:00:00Z' });
    Object.assign(draft.items[0]!, { result: 'missing', problem: '作业票缺签字', suggestion: '补签' });
    draft.figures.rules_improved = '2';
  }
  mine.server = serverTexts(mine);
  return { mine, theirs };
}

it('takes what only the other changed, a text that was cleared too, and asks nobody', () => {
  const { mine, theirs } = bothRead();
  Object.assign(theirs, { log: '上午看台账，下午看罐区', remarks: '' });
  Object.assign(theirs.items[0]!, { result: 'in_place', problem: '', suggestion: '' });
  theirs.figures.rules_improved = '0';
  expect(mergeTheirs(mine, theirs, KNOWN)).toEqual([]);
  expect(mine).toMatchObject({ log: '上午看台账，下午看罐区', remarks: '', figures: { rules_improved: '0' } });
  expect(mine.items[0]).toMatchObject({ result: 'in_place', problem: '', suggestion: '' });
  expect(mine.server).toEqual(serverTexts(theirs));
});

it('keeps what only this phone changed, a text that was cleared too, and asks nobody', () => {
  const { mine, theirs } = bothRead();
  Object.assign(mine, { log: '上午看台账、应急预案', remarks: '' });
  mine.items[0]!.problem = '';
  mine.figures.rules_improved = '3';
  Object.assign(theirs, { arrived_at: '2026-11-24T01:00:00.000Z', good_practice: '每日晨会制度' });
  expect(mergeTheirs(mine, theirs, KNOWN)).toEqual([]);
  expect(mine).toMatchObject({ log: '上午看台账、应急预案', remarks: '', good_practice: '每日晨会制度', figures: { rules_improved: '3' } });
  expect(mine.items[0]).toMatchObject({ problem: '' });
});

it('asks where both have changed the same text, one of them by clearing it', () => {
  const { mine, theirs } = bothRead();
  Object.assign(mine, { log: '', remarks: '改在下月复查' });
  Object.assign(theirs, { log: '上午看台账，下午看罐区', remarks: '' });
  mine.figures.rules_improved = '3';
  theirs.figures.rules_improved = '4';
  expect(mergeTheirs(mine, theirs, KNOWN)).toEqual([
    { field: 'log', of: null, theirs: '上午看台账，下午看罐区' },
    { field: 'remarks', of: null, theirs: '' },
    { field: 'rules_improved', of: null, theirs: '4' },
  ]);
  expect(mine).toMatchObject({ log: '', remarks: '改在下月复查', figures: { rules_improved: '3' } });
});

it('has rows that the other added, not those that were removed here, and tells of rows that the other removed', () => {
  const [mine, theirs] = [newDraft(), newDraft()];
  theirs.items.push({ ...theirs.items[0]!, id: 'i3', sort: 3 }, { ...theirs.items[0]!, id: 'i4', sort: 4 });
  mine.gone.items.push('i4');
  theirs.people.pop();
  expect(mergeTheirs(mine, theirs, KNOWN)).toEqual([{ field: 'removed', of: null, theirs: 'b' }]);
  expect(mine.items.map(({ id }) => id)).toEqual(['i1', 'i2', 'i3']);
});

it('takes a hazard’s texts that were not changed here, and tells of those that both have changed', () => {
  const [mine, theirs] = [newDraft(), newDraft()];
  const { id: _, visit_item: __, status: ___, rectified_on: ____, rectification: _____, server: ______, ...texts } = blankHazard('h');
  const server = { ...texts, title: '阀门渗漏', measures: '更换垫片' };
  mine.hazards.push({ ...blankHazard('h'), ...server, server, measures: '更换阀门' });
  theirs.hazards.push({ ...blankHazard('h'), ...server, measures: '停用', place: '二车间', status: 'rectifying' });
  expect(mergeTheirs(mine, theirs, KNOWN)).toEqual([{ field: 'measures', of: '阀门渗漏', theirs: '停用' }]);
  expect(mine.hazards[0]).toMatchObject({ measures: '更换阀门', place: '二车间', status: 'rectifying', server: { measures: '停用' } });
});
