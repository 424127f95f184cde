import { expect, it } from 'vitest';
import { correctionText } from './correctionText.ts';

it('tells each corrected figure, what it was, what it is and by how much', () => {
  expect(
    correctionText([
      { period: '2026-10', figure: 'hazards_found', reported: '58', now: '57', difference: '-1' },
      { period: '2026-10', figure: 'reward_amount_wan', reported: '1.5', now: '2.25', difference: '0.75' },
    ]),
  ).toBe('2026年10月报送后有更正，已计入本次累计数：发现隐患（项）由58更正为57（-1）；督促落实有奖举报（万元）由1.5更正为2.25（+0.75）。');
});

it('says nothing when nothing was corrected', () => {
  expect(correctionText([])).toBe('');
});
