import { expect, it } from 'vitest';
import { explainAnswer } from './explainAnswer.ts';

it('tells in Chinese what Directus says in English, without repeating what was sent', () => {
  const long = 'x'.repeat(5000);
  const told = explainAnswer({ message: `Value "${long}" is too long`, extensions: { code: 'VALUE_TOO_LONG', field: 'client_key', value: long } });
  expect(told).toEqual({ message: expect.stringContaining('内容太长') as string, extensions: { code: 'VALUE_TOO_LONG', field: 'client_key' } });
});

it('leaves every other answer as it is', () => {
  const told = { message: '请填写隐患名称', extensions: { code: 'FAILED_VALIDATION', value: 1 } };
  expect(explainAnswer(told)).toBe(told);
  expect(explainAnswer({ message: 'x', extensions: { code: 'constructor' } }).message).toBe('x');
});
