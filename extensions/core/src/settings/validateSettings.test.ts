import { expect, it } from 'vitest';
import { validateSettings } from './validateSettings.ts';

const head = { name: '主任', email: 'head@city.example', after_minutes: 15 };

it('takes what can be used, and does not look at what is not there', () => {
  expect(validateSettings({})).toEqual([]);
  expect(validateSettings({ operations_email: '', escalation_plan: null })).toEqual([]);
  expect(
    validateSettings({
      city_office_emails: ['office@city.example'],
      operations_email: 'it@city.example',
      escalation_plan: [head, { ...head, after_minutes: '30' }],
    }),
  ).toEqual([]);
});

it.each([
  [{ city_office_emails: null }, 'city_office_emails', '至少填写一个'],
  [{ city_office_emails: ['office@city.example', 'offce@city'] }, 'city_office_emails', '第 2 项：收件地址“offce@city”无效'],
  [{ operations_email: 'it' }, 'operations_email', '收件地址“it”无效'],
  [{ escalation_plan: [head, { ...head, email: 'head@city' }] }, 'escalation_plan', '第 2 项：收件地址“head@city”无效'],
  [{ escalation_plan: [{ email: head.email, after_minutes: -1 }] }, 'escalation_plan', '姓名未填写、分钟数不能为负'],
  [{ escalation_plan: [{ ...head, after_minutes: '一刻钟' }] }, 'escalation_plan', '分钟数须为数字'],
  [{ timezone: 'UTC' }, 'timezone', '时区“UTC”不是北京时间'],
  [{ acknowledge_valid_days: 100_000 }, 'acknowledge_valid_days', '1 至 365 之间的整数，现为“100000”'],
  [{ acknowledge_minutes: 7.5 }, 'acknowledge_minutes', '之间的整数'],
])('refuses %j at its field', (settings, field, message) => {
  expect(validateSettings(settings)).toEqual([
    { field, rule: expect.stringMatching(`^settings.${field}.`) as string, message: expect.stringContaining(message) as string },
  ]);
});
