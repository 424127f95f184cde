import { expect, it } from 'vitest';
import { signatureFault, type SignaturePixels } from './signatureFault.ts';

const SIGNED: SignaturePixels = { width: 720, height: 440, dark: 0.01, light: 0.98, coloured: 0 };

it.each([
  ['on a phone', {}],
  ['on a wide tablet', { width: 4400, height: 880, dark: 0.002 }],
  ['photographed by lamplight', { width: 2560, height: 1920, dark: 0.08, light: 0.85, coloured: 0.1 }],
  ['photographed upright', { width: 1920, height: 2560 }],
] as const)('a signature drawn %s is one', (_, change) => {
  expect(signatureFault({ ...SIGNED, ...change })).toBeNull();
});

it.each([
  ['of one pixel', { width: 1, height: 1 }, '图片大小 1×1 不像签字'],
  ['too short', { width: 399, height: 300 }, '图片大小 399×300'],
  ['too thin', { width: 4000, height: 399 }, '图片大小'],
  ['too large', { width: 7000, height: 4000 }, '图片大小'],
  ['blank', { dark: 0 }, '签字图片是空白的'],
  ['all ink', { dark: 0.26 }, '不像签字（应为'],
  ['of a dim place', { light: 0.59 }, '不像签字（应为'],
  ['of a colourful place', { coloured: 0.26 }, '不像签字（应为'],
] as const)('a picture %s is none, and says what to do', (_, change, told) => {
  const fault = signatureFault({ ...SIGNED, ...change });
  expect(fault).toContain(told);
  expect(fault).toContain('请在手机的签字框中重新签字');
});
