import { expect, it } from 'vitest';
import { Outage } from './Outage.ts';

const MINUTE = 60_000;

it('is told when it has lasted, again after hours, and once that it is over', async () => {
  const said: string[] = [];
  const outage = new Outage({ after: 5 * MINUTE, repeat: 120 * MINUTE, tell: async (text) => said.push(text) });
  const look = async (isDown: boolean, minute: number) =>
    outage.look(isDown ? (minutes) => `down for ${minutes}` : undefined, 'up again', minute * MINUTE);
  await look(false, 0);
  await look(true, 1);
  await look(true, 5);
  await look(false, 5);
  expect(said).toEqual([]);
  for (const minute of [10, 14, 15, 16, 134, 135, 136]) await look(true, minute);
  expect(said).toEqual(['down for 5', 'down for 125']);
  await look(false, 137);
  await look(false, 138);
  expect(said.slice(2)).toEqual(['up again']);
});

it('is told at the next look when the robot did not take it, and so is its end', async () => {
  const said: string[] = [];
  let refuse = true;
  const tell = async (text: string): Promise<void> => {
    if (refuse) throw new Error('the robot refused');
    said.push(text);
  };
  const outage = new Outage({ after: 0, repeat: 120 * MINUTE, tell });
  const look = async (isDown: boolean) => outage.look(isDown ? () => 'down' : undefined, 'up again', 0);
  await expect(look(true)).rejects.toThrow('refused');
  expect(outage.isTold).toBe(false);
  refuse = false;
  await look(true);
  expect(outage.isTold).toBe(true);
  refuse = true;
  await expect(look(false)).rejects.toThrow('refused');
  refuse = false;
  await look(false);
  await look(false);
  expect(said).toEqual(['down', 'up again']);
});
