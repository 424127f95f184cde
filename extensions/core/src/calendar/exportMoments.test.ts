import { expect, it } from 'vitest';
import { exportMoments } from './exportMoments.ts';

it('tells every moment in Beijing time with its offset, wherever it stands, and leaves days and texts as they are', () => {
  const rows = [
    {
      at: '2026-11-28T23:39:00.000Z',
      on: '2026-11-29',
      text: '2026-11-28T23:39:00Z 到场',
      hazards: [{ at: new Date('2026-12-31T16:05:00Z') }],
      n: 1,
      none: null,
    },
  ];
  expect(exportMoments(rows, 'Asia/Shanghai')).toEqual([
    {
      at: '2026-11-29T07:39:00+08:00',
      on: '2026-11-29',
      text: '2026-11-28T23:39:00Z 到场',
      hazards: [{ at: '2027-01-01T00:05:00+08:00' }],
      n: 1,
      none: null,
    },
  ]);
});
