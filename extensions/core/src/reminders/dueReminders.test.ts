import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/addDays.ts';
import { collectDigests } from './collectDigests.ts';
import { defaultPlan } from './defaultPlan.ts';
import type { Audiences } from './Digest.ts';
import { dueReminders } from './dueReminders.ts';
import type { Matter } from './Matter.ts';
import { readPlan } from './readPlan.ts';
import { matter } from './testing/matter.ts';

const stages = (of: Matter, from: string, days: number): Record<string, string> => {
  const seen: Record<string, string> = {};
  for (let n = 0; n < days; n += 1) {
    const day = addDays(from, n);
    for (const { key } of dueReminders([of], defaultPlan, day)) seen[key] ??= day;
  }
  return seen;
};

describe('reminders', () => {
  it('of a visit rise from mid-month to its end and after it, and fall on working days before a festival', () => {
    expect(stages(matter({}), '2026-02-01', 45)).toEqual({
      'visit_missing:e1:-15d:2026-02': '2026-02-13',
      'visit_missing:e1:-5w:2026-02': '2026-02-14',
      'visit_missing:e1:1w:2026-02': '2026-03-02',
    });
  });

  it('of a deadline rise from the team to the county to the city', () => {
    const hazard = matter({ kind: 'rectification', subject: 'h1', period: '2026-03-12', anchor: '2026-03-12' });
    const to = (day: string): unknown => dueReminders([hazard], defaultPlan, day)[0]?.to;
    expect([to('2026-03-08'), to('2026-03-09'), to('2026-03-13'), to('2026-03-19')]).toEqual([
      undefined,
      ['team'],
      ['team', 'county'],
      ['team', 'county', 'city'],
    ]);
  });

  it('of a report come 5, 2 and 0 working days before it is due and once it is late', () => {
    const report = matter({ kind: 'report', subject: 'c1', enterprise: null, anchor: '2026-03-30', period: '2026-03' });
    expect(stages(report, '2026-03-01', 45)).toEqual({
      'report:c1:-5w:2026-03': '2026-03-23',
      'report:c1:-2w:2026-03': '2026-03-26',
      'report:c1:0w:2026-03': '2026-03-30',
      'report:c1:1w:2026-03': '2026-03-31',
    });
  });

  it('that were missed are not made up: only the latest line speaks, and one about what is to come is silent when it has passed', () => {
    expect(dueReminders([matter({})], defaultPlan, '2026-02-27').map(({ key }) => key)).toEqual(['visit_missing:e1:-5w:2026-02']);
    expect(dueReminders([matter({})], defaultPlan, '2026-03-01')).toEqual([]);
  });

  it('take of two lines of a plan that fall on one day the one nearer to the matter’s own', () => {
    const plan = [-1, -2].map((days) => ({ kind: 'report' as const, days, unit: 'days' as const, to: ['county' as const] }));
    const sunday = matter({ kind: 'report', anchor: '2026-03-23' });
    for (const lines of [plan, plan.toReversed()]) {
      expect(dueReminders([sunday], lines, '2026-03-20').map(({ key }) => key)).toEqual(['report:e1:-1d:2026-02']);
    }
  });

  it('go by the usable lines of a plan, and by the default where none was given', () => {
    expect(readPlan(null)).toBe(defaultPlan);
    expect(readPlan([{ kind: 'report', days: '-1', unit: 'workdays', to: ['city'] }, { kind: 'report', days: 'soon', to: ['city'] }, null])).toEqual([
      { kind: 'report', days: -1, unit: 'workdays', to: ['city'] },
    ]);
    expect(readPlan([])).toEqual([]);
  });
});

describe('digests', () => {
  const audiences: Audiences = {
    teams: { e1: [{ name: '甲', email: 'jia@county.example' }] },
    counties: { c1: [{ name: '乙', email: 'Yi@county.example' }] },
    city: [{ name: '市', email: 'shi@city.example' }],
  };
  const [reminder] = dueReminders([matter({})], defaultPlan, '2026-02-24');
  const known = { day: '2026-02-24', audiences, sent: [], mailed: [] };

  it('are one a person, and none for whoever was told or had one that day', () => {
    const two = [reminder!, { ...reminder!, key: 'other' }];
    expect(collectDigests(two, known).map(({ key, reminders }) => [key, reminders.length])).toEqual([
      ['reminders:2026-02-24:jia@county.example', 2],
      ['reminders:2026-02-24:yi@county.example', 2],
    ]);
    const sent = [{ key: reminder!.key, recipient: 'yi@county.example' }];
    expect(collectDigests([reminder!], { ...known, sent }).map(({ to }) => to.name)).toEqual(['甲']);
    expect(collectDigests(two, { ...known, mailed: ['reminders:2026-02-24:jia@county.example'] }).map(({ to }) => to.name)).toEqual(['乙']);
  });

  it('go to the level above where nobody has an address', () => {
    const lone = { ...known, audiences: { ...audiences, teams: {}, counties: {} } };
    expect(collectDigests([reminder!], lone).map(({ to }) => to.name)).toEqual(['市']);
  });
});
