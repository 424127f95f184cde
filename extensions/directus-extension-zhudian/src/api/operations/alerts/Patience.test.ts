import { expect, it } from 'vitest';
import { Patience } from './Patience.ts';

it('keeps a trouble back until it has lasted, and lets what is well through', () => {
  const patience = new Patience(5);
  const look = (isTrouble: boolean, now: number) => patience.lasting([{ key: 'n8n', isTrouble, repeatMinutes: 1, text: '' }], now).length;
  expect([look(false, 0), look(true, 1), look(true, 5), look(true, 6), look(true, 7)]).toEqual([1, 0, 0, 1, 1]);
  expect([look(false, 8), look(true, 9), look(true, 13), look(true, 14)]).toEqual([1, 0, 0, 1]);
});
