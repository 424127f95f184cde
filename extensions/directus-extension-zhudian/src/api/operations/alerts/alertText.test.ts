import { expect, it } from 'vitest';
import { alertText } from './alertText.ts';

it('tells how much waits and what to do, and keeps addresses out', () => {
  const text = alertText(
    { waiting: 3, waiting_major: 2, given_up: 1, oldest_minutes: 12, error: '550 <wang@city.example>: unknown' },
    'https://zhudian.example',
  );
  expect(text).toContain('待发 3 封，其中重大事故隐患 2 封，最早的已等待 12 分钟');
  expect(text).toContain('1 封重大事故隐患邮件已停止发送');
  expect(text).not.toContain('wang@');
  expect(alertText(undefined, 'https://zhudian.example')).toContain('恢复正常');
});
