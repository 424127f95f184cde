import { expect, it } from 'vitest';
import { sentTexts, serverTexts } from './serverTexts.ts';
import { newDraft } from './testing/newDraft.ts';

it('has each text of the visit, its figures and its items under its own name', () => {
  const draft = newDraft();
  Object.assign(draft, { log: '上午看台账' });
  draft.figures.rules_improved = '2';
  draft.items[1]!.problem = '作业票缺签字';
  expect(serverTexts(draft)).toMatchObject({
    log: '上午看台账',
    arrived_at: null,
    rules_improved: '2',
    'i1.problem': '',
    'i2.problem': '作业票缺签字',
  });
});

it('leaves what is held back as the server had it, or unknown where it never had it', () => {
  const draft = newDraft();
  draft.server = { rules_improved: '2' };
  Object.assign(draft, { log: '上午看台账' });
  draft.figures.rules_improved = '1.5';
  // Two words are no problem a reader could act upon: the server would refuse them.
  Object.assign(draft.items[0]!, { result: 'missing', problem: '问题' });
  const sent = sentTexts(draft);
  expect(sent).toMatchObject({ log: '上午看台账', rules_improved: '2', 'i2.problem': '' });
  expect(Object.keys(sent)).not.toContain('i1.problem');
});
