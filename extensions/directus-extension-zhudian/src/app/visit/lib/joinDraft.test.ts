import { expect, it } from 'vitest';
import { joinDraft } from './joinDraft.ts';
import { mergeTheirs } from './mergeTheirs.ts';
import { blankHazard } from './readVisit.ts';
import { newDraft } from './testing/newDraft.ts';
import type { VisitDraft } from './VisitDraft.ts';

/** The same visit begun on two phones: each made ids of its own. */
function begunTwice(): { mine: VisitDraft; theirs: VisitDraft } {
  const [mine, begun] = [newDraft(), newDraft()];
  const theirs: VisitDraft = {
    ...begun,
    id: 'their-visit',
    client_key: 'their-key',
    items: begun.items.map((item) => ({ ...item, id: `their-${item.id}` })),
    people: begun.people.map((person) => ({ ...person, id: `their-${person.id}` })),
  };
  return { mine, theirs };
}

it('makes one visit of two that began at once: what either wrote is in it, and each row once', () => {
  const { mine, theirs } = begunTwice();
  Object.assign(mine, { remarks: '二车间下次复查', revision: 7 });
  Object.assign(mine.items[1]!, { result: 'missing', problem: '作业票缺签字' });
  mine.items.push({ ...mine.items[0]!, id: 'own', task_item: null, sort: 3, content: '现场加查' });
  mine.photos.push({ id: 'f', file: 'file', uploaded: false, taken_at: '', taken_location: null, item: 'i2', hazard: null });
  mine.hazards.push({ ...blankHazard('h'), title: '作业票缺签字', visit_item: 'i2' });
  Object.assign(mine.people[0]!, { signature: 's', signatureUploaded: false });
  Object.assign(theirs, { log: '上午看台账' });
  Object.assign(theirs.people[1]!, { signature: 't', signatureUploaded: true });

  const joined = joinDraft(mine, theirs);
  expect(mergeTheirs(joined, theirs, new Set(joined.known))).toEqual([]);
  expect(joined).toMatchObject({
    ...{ id: 'their-visit', client_key: 'their-key', log: '上午看台账', remarks: '二车间下次复查', server_updated: '', revision: 8, acknowledged: 7 },
    items: [{ id: 'their-i1' }, { id: 'their-i2', problem: '作业票缺签字' }, { id: 'own', content: '现场加查' }],
    people: [
      { id: 'their-pa', signature: 's', signatureUploaded: false },
      { id: 'their-pb', signature: 't', signatureUploaded: true },
    ],
    photos: [{ id: 'f', item: 'their-i2' }],
    hazards: [{ id: 'h', visit_item: 'their-i2' }],
  });
  expect(mine).toMatchObject({ id: 'v', revision: 7, photos: [{ item: 'i2' }] });
});

it('asks where both have written the same text', () => {
  const { mine, theirs } = begunTwice();
  mine.log = '下午看罐区';
  theirs.log = '上午看台账';
  expect(mergeTheirs(joinDraft(mine, theirs), theirs, new Set(['their-visit']))).toEqual([{ field: 'log', of: null, theirs: '上午看台账' }]);
});
