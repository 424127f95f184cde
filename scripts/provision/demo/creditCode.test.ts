import { describe, expect, it } from 'vitest';
import { creditCode } from './creditCode.ts';

describe('creditCode', () => {
  it('gives the example of GB 32100-2015, both check characters included', () => {
    expect(creditCode('350100', 'M000100Y')).toBe('91350100M000100Y43');
  });

  it('gives the organisation the check character of the example in GB 11714-1997', () => {
    expect(creditCode('370811', 'D2143569').slice(8, 17)).toBe('D2143569X');
  });
});
