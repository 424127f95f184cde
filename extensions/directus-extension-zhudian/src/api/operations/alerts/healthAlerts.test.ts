import { expect, it } from 'vitest';
import type { PartHealth } from '../health/Health.ts';
import { healthAlerts } from './healthAlerts.ts';

const part = (name: PartHealth['part'], status: PartHealth['status'], more: Partial<PartHealth> = {}): PartHealth => ({
  part: name,
  status,
  message: 'a message for the doctor',
  ...more,
});
const told = (parts: PartHealth[]): Record<string, boolean> =>
  Object.fromEntries(healthAlerts(parts, 'https://zhudian.example').map(({ key, isTrouble }) => [key, isTrouble]));

it('tells of every part in error that has no watch of its own, and of nothing that is only late', () => {
  expect(
    told([
      ...[part('database', 'error'), part('mail', 'error'), part('confirmations', 'error'), part('clock', 'warn')],
      ...[part('directus', 'ok'), part('n8n', 'warn'), part('settings', 'error'), part('restore', 'error')],
    ]),
  ).toEqual({ 'health:n8n': false, 'health:settings': true, 'health:mail': false, 'health:restore': true, 'health:directus': false });
});

it('tells of mail that was given up, and not of mail that waits, which is told already', () => {
  expect(told([part('mail', 'error', { detail: { states: { dead: 1, closed: 2 } } })])).toEqual({ 'health:mail': true });
  expect(told([part('mail', 'error', { detail: { states: { retry: 1 } } })])).toEqual({ 'health:mail': false });
});

it('judges no part that could not be asked, and no backlog while n8n is away', () => {
  expect(told([part('n8n', 'error', { unanswered: true }), part('outbox', 'error')])).toEqual({});
  expect(told([part('n8n', 'error'), part('outbox', 'error')])).toEqual({ 'health:n8n': true });
  expect(told([part('n8n', 'ok'), part('outbox', 'error')])).toEqual({ 'health:n8n': false, 'health:outbox': true });
});

it('tells of n8n that has been silent for two minutes, and of workflows with a fault, sooner than of the rest', () => {
  const [silent] = healthAlerts([part('n8n', 'warn', { lag_seconds: 121 })], 'https://zhudian.example');
  expect(silent).toMatchObject({ isTrouble: true, patience: 60 });
  expect(told([part('n8n', 'warn', { lag_seconds: 119 })])).toEqual({ 'health:n8n': false });
  const [fault] = healthAlerts(
    [part('workflows', 'warn', { faults: ['流程“每日提醒”没有运行'], about: '每日提醒:silent' })],
    'https://zhudian.example',
  );
  expect(fault).toMatchObject({ isTrouble: true, about: '每日提醒:silent', patience: 60, subject: '自动流程有故障' });
  expect(fault?.text).toContain('· 流程“每日提醒”没有运行');
});

it('says in Chinese what is wrong and what to do, with the word DingTalk asks for', () => {
  const [trouble] = healthAlerts([part('n8n', 'error')], 'https://zhudian.example');
  expect(trouble?.text).toMatch(/^【驻点监督】自动流程（n8n）已停止工作[^]*处理：[^]*\nhttps:\/\/zhudian\.example$/);
  const [over] = healthAlerts([part('n8n', 'ok')], 'https://zhudian.example');
  expect(over?.text).toBe('【驻点监督】自动流程（n8n）已恢复工作。\nhttps://zhudian.example');
});
