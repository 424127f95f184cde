import { expect, it } from 'vitest';
import { Patience } from './Patience.ts';

it('keeps a trouble back until it has lasted, and lets what is well through', () => {
  const patience = new Patience(5);
  const look = (isTrouble: boolean, now: number) => patience.lasting([{ key: 'n8n', isTrouble, repeatMinutes: 1, text: '' }], now).length;
  expect([look(false, 0), look(true, 1), look(true, 5), look(true, 6), look(true, 7)]).toEqual([1, 0, 0, 1, 1]);
  expect([look(false, 8), look(true, 9), look(true, 13), look(true, 14)]).toEqual([1, 0, 0, 1]);
});

it('is shorter for what says so itself, and never longer', () => {
  const patience = new Patience(300_000);
  const look = (key: string, seconds: number, now: number) =>
    patience.lasting([{ key, isTrouble: true, patience: seconds, repeatMinutes: 1, text: '' }], now).length;
  expect([look('n8n', 60, 0), look('n8n', 60, 59_999), look('n8n', 60, 60_000)]).toEqual([0, 0, 1]);
  expect([look('other', 900, 0), look('other', 900, 300_000)]).toEqual([0, 1]);
});
