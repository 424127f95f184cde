import { assert, expect, it } from 'vitest';
import type { Health } from './Health.ts';
import { healthFor } from './healthFor.ts';

const health: Health = {
  status: 'error',
  at: '2026-11-29T00:00:00.000Z',
  version: '0.1.0, schema 7, commit 1a2b3c4d5e',
  parts: [
    { part: 'database', status: 'ok', message: 'answers', lag_seconds: 0 },
    {
      part: 'mail',
      status: 'error',
      message: '2 mail(s) were given up',
      lag_seconds: 7200,
      backlog: 3,
      given_up: 2,
      detail: { states: { dead: 2 } },
    },
    { part: 'confirmations', status: 'error', message: '1 major hazard(s) are unconfirmed', backlog: 1 },
    { part: 'n8n', status: 'warn', message: 'has not asked', lag_seconds: 120 },
  ],
};

it('tells the city how many mails were given up, in Chinese and without what only a machine reads', () => {
  const said = healthFor('city', health);
  assert('parts' in said);
  const { parts } = said;
  expect(parts[1]).toEqual({
    part: 'mail',
    label: '邮件发送',
    status: 'error',
    message: '有 2 封邮件已停止发送，请在“邮件台账”中查看原因并处理',
    lag_seconds: 7200,
    backlog: 3,
  });
  expect(parts[3]).toMatchObject({ message: expect.stringContaining('已 2 分钟 没有响应') as string });
});

it('tells a county to telephone when mail does not leave, and nothing of what another has not confirmed', () => {
  const plain = healthFor('county', health);
  assert('message' in plain);
  expect(plain.message).toContain('电话报告');
  expect(JSON.stringify(plain)).not.toContain('签收');
  const unconfirmed = { ...health, parts: health.parts.filter(({ part }) => part === 'database' || part === 'confirmations') };
  expect(healthFor('county', unconfirmed)).toMatchObject({ status: 'ok', message: '各项服务正常' });
});

it('tells who watches which version it is, and nobody else', () => {
  for (const actor of ['city', 'auditor', 'automation'] as const) expect(healthFor(actor, health)).toMatchObject({ version: health.version });
  for (const actor of ['county', 'inspector', 'stranger'] as const) expect(JSON.stringify(healthFor(actor, health))).not.toContain('0.1.0');
});

it('tells a stranger one word', () => {
  expect(healthFor('stranger', health)).toEqual({ status: 'error' });
  expect(healthFor('unknown', { ...health, status: 'warn' })).toEqual({ status: 'ok' });
});

it('keeps everything for the auditor', () => {
  const said = healthFor('auditor', health);
  assert('parts' in said);
  expect(said.parts[1]).toMatchObject({ detail: { states: { dead: 2 } }, message: '2 mail(s) were given up', label: '邮件发送' });
});
