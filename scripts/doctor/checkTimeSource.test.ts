import { expect, it } from 'vitest';
import { timeFindings } from './checkTimeSource.ts';

it('warns of a clock that nothing keeps right, and says nothing where it cannot be asked', () => {
  expect(timeFindings('yes')).toEqual([{ check: 'Time', ok: true, detail: 'kept right over the network' }]);
  expect(timeFindings('no')).toMatchObject([{ ok: true, remedy: expect.stringContaining('set-ntp') as string }]);
  expect(timeFindings(undefined)).toEqual([]);
  expect(timeFindings('')).toEqual([]);
});
