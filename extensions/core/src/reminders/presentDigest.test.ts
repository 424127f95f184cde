import { describe, expect, it } from 'vitest';
import { presentDigest, type ShownDigest, type ShownReminder } from './presentDigest.ts';
import type { Reminder } from './Reminder.ts';
import { matter } from './testing/matter.ts';

const reminder = (change: Partial<Reminder>): Reminder => ({
  ...matter({ period: '2026-11', anchor: '2026-11-30', path: '/admin/content/visits/+' }),
  key: 'k',
  to: ['team'],
  days_left: 3,
  workdays_left: 2,
  overdue: false,
  ...change,
});
const shownAll = (...reminders: Reminder[]): ShownDigest => presentDigest({ day: '2026-11-27', reminders }, 'https://zhudian.example');
const shown = (change: Partial<Reminder>): ShownReminder => Object.values(shownAll(reminder(change)).groups).flat()[0]!;

it('shows a reminder with its month, its day and a link that opens from anywhere', () => {
  expect(shown({})).toEqual({
    county: '任城区',
    enterprise: '示例化工',
    title: '',
    note: '',
    period: '2026年11月',
    due_on: '2026年11月30日',
    left: '还有2个工作日',
    overdue: false,
    url: 'https://zhudian.example/admin/content/visits/+',
  });
});

it('groups by kind, in the order of the kinds, and counts what is late among what has a day', () => {
  const digest = shownAll(
    reminder({ kind: 'report', overdue: true, title: 'b' }),
    reminder({ kind: 'contacts_missing', overdue: true, enterprise: null }),
    reminder({ kind: 'report', title: 'a' }),
  );
  expect([digest.day, digest.count, digest.overdue]).toEqual(['2026年11月27日', 3, 1]);
  expect(digest.groups.report.map(({ title, overdue }) => [title, overdue])).toEqual([
    ['b', true],
    ['a', false],
  ]);
  expect(digest.groups.contacts_missing).toMatchObject([{ enterprise: '', overdue: false }]);
  expect(digest.groups.rectification).toEqual([]);
});

describe('how long is left', () => {
  it.each<[Partial<Reminder>, string]>([
    [{ days_left: 0, workdays_left: 0 }, '今天到期'],
    [{ days_left: 3, workdays_left: 2 }, '还有2个工作日'],
    [{ days_left: 3, workdays_left: 0 }, '还有3天，期间没有工作日'],
    [{ days_left: -3 }, '已逾期3天'],
    [{ kind: 'rectification', days_left: 3, workdays_left: 0 }, '还有3天'],
    [{ kind: 'rectification', days_left: -1 }, '已逾期1天'],
    [{ kind: 'visit_returned', days_left: -4 }, '已退回4天'],
    [{ kind: 'deadline_missing', days_left: -5 }, '已发现5天'],
  ])('%j reads %s', (change, left) => expect(shown(change).left).toBe(left));
});

it('shows a quarter as one, and no period where it is a day', () => {
  expect(shown({ kind: 'evaluation', period: '2026-Q4' }).period).toBe('2026年第四季度');
  const byDay = ['rectification', 'deadline_missing', 'inspection_reply', 'visit_returned'] as const;
  expect(byDay.map((kind) => shown({ kind, period: '2026-11-23' }).period)).toEqual(['', '', '', '']);
});

it('puts codes into words, and keeps what people wrote, on one line', () => {
  expect(shown({ kind: 'rectification', title: ' 报警器\n停用 ', note: 'major' })).toMatchObject({ title: '报警器 停用', note: '重大事故隐患' });
  expect(shown({ kind: 'deadline_missing', note: 'general' }).note).toBe('一般隐患');
  expect(['draft', 'returned', 'else', null].map((note) => shown({ kind: 'report', note }).note)).toEqual(['草稿', '已退回', '', '']);
  expect(shown({ kind: 'visit_returned', title: '2026-11-23', note: '第三项\n不具体' })).toMatchObject({
    title: '2026年11月23日',
    note: '第三项 不具体',
  });
});
