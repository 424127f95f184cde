import { expect, it } from 'vitest';
import { judge } from './judge.ts';

const mail = (key: string, messageId = key, raw = key) => ({ key, messageId, raw });

it('finds what was lost, what came under a second Message-ID or with other bytes, and repeats nobody marked', () => {
  const rest = { composed_by: null, seconds: null };
  const ledger = [
    ...['well', 'again', 'second', 'bytes', 'unmarked', 'unseen'].map((key) => ({
      key,
      status: 'sent',
      repeats: key === 'again' ? 1 : key === 'unmarked' ? 0 : 5,
      ...rest,
    })),
    { key: 'waiting', status: 'retry', repeats: 0, ...rest },
    { key: 'nothing', status: null, repeats: null, ...rest },
  ];
  const taken = [
    ...[mail('well'), mail('again'), mail('again'), mail('second'), mail('second', 'other'), mail('bytes'), mail('bytes', 'bytes', 'changed')],
    ...[mail('unmarked'), mail('unmarked'), mail('waiting')],
  ];
  expect(judge(ledger, taken)).toEqual({
    events: 8,
    lost: ['unseen', 'waiting', 'nothing'],
    second: ['second', 'bytes'],
    unmarked: ['unmarked'],
    repeats: 4,
  });
});
