import { ForbiddenError } from '@directus/errors';
import { expect, it } from 'vitest';
import { explained } from './explainFaults.ts';

const coded = (message: string, extra: object): Error => Object.assign(new Error(message), extra);

it.each([
  ['a day that is none', coded('invalid input syntax for type date: "abc"', { code: '22P02' })],
  ['a zero byte', coded('invalid byte sequence for encoding "UTF8": 0x00', { code: '22021' })],
  ['the sum of a text', coded('function sum(text) does not exist', { code: '42883' })],
  ['an address that is none', coded("Failed to decode param '%E0%A4%A'", { status: 400 })],
  ['arrays in arrays, thousands', new RangeError('Maximum call stack size exceeded')],
  ['an upload that broke off', new Error('Unexpected end of form')],
])('%s is the caller’s fault, told in Chinese', (_, error) => {
  expect(explained(error)).toMatchObject({ status: 400, message: expect.stringMatching(/\p{Script=Han}{6}/u) as string });
});

it('leaves what the server is to blame for, and what is told already', () => {
  for (const error of [
    coded('connection refused', { code: 'ECONNREFUSED' }),
    coded('deadlock', { code: '40P01' }),
    new RangeError('Invalid time value'),
    new ForbiddenError(),
  ])
    expect(explained(error)).toBe(error);
});

it.each([
  ['of the database', coded('insert into "visits" … - could not extend file "base/16384/24576": No space left on device', { code: '53100' })],
  ['of the uploads', coded('ENOSPC: no space left on device, write', { code: 'ENOSPC' })],
])('a full disk %s is told in words of ours, without the SQL, as something that passes', (_, error) => {
  const told = explained(error) as Error;
  expect(told).toMatchObject({ status: 503, message: expect.stringMatching(/磁盘已满.*没有保存.*电话报告/) as string });
  expect(told.message).not.toMatch(/insert|ENOSPC|base/);
});

it('a machine at its limit is told as something that passes', () => {
  expect(explained(coded('sorry, too many clients already', { code: '53300' }))).toMatchObject({
    status: 503,
    message: expect.stringContaining('稍后重试') as string,
  });
});

it('tells a rule that PostgreSQL asks at the end of a save, at its field where it has one', () => {
  const twice = coded('陆长青已经是本次驻点人员，同一人不能出现两次', { code: '23514', constraint: 'visit_inspectors_once' });
  expect(explained(twice)).toMatchObject({ status: 400, extensions: { collection: 'visit_inspectors', field: 'inspector' } });
  const pair = coded('“两人一企”：驻点组至少要有两名在岗的驻点人员', { code: '23514', constraint: 'teams_pair' });
  expect(explained(pair)).toMatchObject({ status: 400, message: expect.stringContaining('两人一企') as string });
});
