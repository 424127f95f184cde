import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contested } from './contested.ts';
import { median } from './median.ts';
import { outliers, type FigureHistory } from './outliers.ts';
import { outsiders } from './outsiders.ts';
import { overlaps } from './overlaps.ts';
import { sameTexts, type VisitText } from './sameTexts.ts';
import { shortVisits } from './shortVisits.ts';
import { unlikelyFigures, type VisitFigureFacts } from './unlikelyFigures.ts';
import type { Stay } from './Stay.ts';

const MOST = {
  ...{ responsibility_lists_checked: 100, rules_improved: 20, morning_meetings_urged: 5, warning_educations_urged: 5, drills_urged: 3 },
  ...{ reward_amount_wan: 10, hazardous_work_supervised: 10 },
};

const text = (visit: string, fingerprint: string, county = 'A', field: VisitText['field'] = 'log'): VisitText => ({
  visit,
  county,
  field,
  fingerprint,
  enterprise: `${visit}化工`,
  day: '2026-10-08',
});
const stay = (visit: string, arrived: string, left: string, person = 'p', enterprise = visit): Stay => ({
  visit,
  county: 'A',
  enterprise: { id: enterprise, name: `${enterprise}化工` },
  inspector: { id: person, name: '王示例' },
  arrived: `2026-10-08 ${arrived}`,
  left: `2026-10-08 ${left}`,
});

describe('the same text', () => {
  it('is marked at every visit that has it, from the number set on, with another one as an example', () => {
    const three = [text('1', 'x'), text('2', 'x'), text('3', 'x'), text('4', 'y')];
    expect(sameTexts(three, 4)).toEqual([]);
    const found = sameTexts(three, 3);
    expect(found.map(({ visit }) => visit)).toEqual(['1', '2', '3']);
    expect(found[0]?.reason).toBe('“驻点监督任务开展情况”与另外 2 条驻点记录文字相同，如 2026-10-08 2化工；请核实是否照抄');
  });

  it('of another county, another field or twice in one visit does not count', () => {
    expect(sameTexts([text('1', 'x'), text('1', 'x'), text('2', 'x', 'B'), text('3', 'x', 'A', 'problem')], 2)).toEqual([]);
  });

  it('is marked exactly where at least so many visits of the county share it, in whatever order they come', () => {
    const texts = fc.array(
      fc.record({ visit: fc.constantFrom('1', '2', '3', '4', '5', '6'), fingerprint: fc.constantFrom('x', 'y'), county: fc.constantFrom('A', 'B') }),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 4 }), (rows, least) => {
        const all = rows.map(({ visit, fingerprint, county }) => text(`${county}${visit}`, fingerprint, county));
        const expected = all.filter((one) => new Set(all.filter((o) => o.county === one.county && o.fingerprint === one.fingerprint).map((o) => o.visit)).size >= least); // prettier-ignore
        const keys = (found: { key: string }[]): string[] => found.map(({ key }) => key).sort();
        expect(keys(sameTexts(all, least))).toEqual([...new Set(expected.map((one) => `same_text:log:${one.visit}:${one.fingerprint}`))].sort());
        expect(keys(sameTexts([...all].reverse(), least))).toEqual(keys(sameTexts(all, least)));
      }),
    );
  });
});

describe('two enterprises at one time', () => {
  it('are marked at both visits, with the person and both times', () => {
    const found = overlaps([stay('1', '09:00', '11:30'), stay('2', '10:00', '12:00')]);
    expect(found.map(({ visit }) => visit).sort()).toEqual(['1', '2']);
    expect(found[0]?.reason).toBe('王示例 2026-10-08 09:00—11:30 在本企业，同时 10:00—12:00 又登记在 2化工；请核实到场人员和时间');
  });

  it('are nothing where one ends as the other begins, for two people, or at one enterprise', () => {
    expect(overlaps([stay('1', '09:00', '10:00'), stay('2', '10:00', '12:00')])).toEqual([]);
    expect(overlaps([stay('1', '09:00', '11:00'), stay('2', '10:00', '12:00', 'q')])).toEqual([]);
    expect(overlaps([stay('1', '09:00', '11:00', 'p', 'E'), stay('2', '10:00', '12:00', 'p', 'E')])).toEqual([]);
  });

  it('are found exactly where two intervals of a person meet, as asking every pair says', () => {
    const hour = fc.integer({ min: 8, max: 17 });
    const stays = fc.array(fc.record({ from: hour, length: fc.integer({ min: 0, max: 4 }), person: fc.constantFrom('p', 'q'), enterprise: fc.constantFrom('E', 'F', 'G') }), { maxLength: 9 }); // prettier-ignore
    const at = (value: number): string => `${String(value).padStart(2, '0')}:00`;
    fc.assert(
      fc.property(stays, (rows) => {
        const all = rows.map(({ from, length, person, enterprise }, index) => stay(String(index), at(from), at(from + length), person, enterprise));
        const meet = (a: Stay, b: Stay): boolean =>
          a.visit !== b.visit && a.inspector.id === b.inspector.id && a.enterprise.id !== b.enterprise.id && a.arrived < b.left && b.arrived < a.left && a.arrived < a.left && b.arrived < b.left; // prettier-ignore
        const expected = all.flatMap((a) => all.filter((b) => meet(a, b)).map((b) => `overlap:${a.visit}:${b.visit}:${a.inspector.id}`));
        expect(
          overlaps(all)
            .map(({ key }) => key)
            .sort(),
        ).toEqual(expected.sort());
      }),
    );
  });
});

describe('a short visit', () => {
  it('is one below the minutes set, not one that takes just so long', () => {
    const visits = [stay('1', '09:00', '09:12'), stay('2', '09:00', '09:30'), stay('3', '09:00', '09:29')];
    expect(shortVisits(visits, 30).map(({ visit }) => visit)).toEqual(['1', '3']);
    expect(shortVisits(visits, 30)[0]?.reason).toBe('驻点用时 12 分钟（09:00—09:12），少于 30 分钟；请核实到达和离开时间');
  });

  it('is marked once, however many people were there', () => {
    expect(shortVisits([stay('1', '09:00', '09:12', 'p'), stay('1', '09:00', '09:12', 'q')], 30)).toHaveLength(1);
  });
});

describe('a figure out of line', () => {
  const thresholds = { same_text_visits: 3, short_minutes: 30, outlier_months: 6, outlier_factor: 5, most: MOST };
  const history = (values: readonly number[], unfinished = false): FigureHistory => ({
    county: 'A',
    figure: 'hazards_found',
    unfinished,
    months: values.map((value, index) => ({ period: `2026-${String(index + 1).padStart(2, '0')}`, value })),
  });

  it('is told with its month, the median and the direction', () => {
    expect(outliers([history([10, 12, 9, 11, 10, 10, 90])], thresholds).map(({ reason }) => reason)).toEqual([
      '2026-07 “发现隐患（项）”为 90，本县此前 6 个月的中位数为 10，明显偏高；请核实',
    ]);
  });

  it('needs enough of a past, and a single odd month of it changes nothing', () => {
    expect(outliers([history([10, 12, 9, 11, 10, 90])], thresholds)).toEqual([]);
    expect(outliers([history([10, 12, 900, 11, 10, 10, 90])], thresholds)).toHaveLength(1);
  });

  it('that is low says nothing while the month is going on', () => {
    expect(outliers([history([100, 101, 99, 100, 102, 98, 0])], thresholds)).toHaveLength(0);
    expect(outliers([history([100, 101, 99, 100, 102, 98, 0])], { ...thresholds, outlier_factor: 3 })).toHaveLength(1);
    expect(outliers([history([100, 101, 99, 100, 102, 98, 0], true)], { ...thresholds, outlier_factor: 3 })).toEqual([]);
  });

  it('is never one that lies within its own past, nor the median itself', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 6, maxLength: 12 }), (past) => {
        expect(outliers([history([...past, Math.round(median(past))])], thresholds)).toEqual([]);
      }),
    );
  });
});

describe('a figure of a visit', () => {
  const thresholds = { same_text_visits: 3, short_minutes: 30, outlier_months: 6, outlier_factor: 5, most: MOST };
  const none = { visits: 0, median: 0, deviation: 0 };
  const facts = (change: Partial<VisitFigureFacts>): VisitFigureFacts => ({
    ...{ visit: 'v', county: 'A', figure: 'morning_meetings_urged', value: 3, people: 2, others: none },
    ...change,
  });
  const reasons = (change: Partial<VisitFigureFacts>): string[] => unlikelyFigures([facts(change)], thresholds).map(({ reason }) => reason);

  it('that nobody can do in a day is told with how many were there', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ value: 10 })).toEqual([]);
    expect(reasons({ value: 99_999 })).toEqual(['“督促召开“晨会”（次）”为 99999，2 人一次驻点通常不超过 10；请核实']);
    // Whoever is not told of counts as one.
    expect(reasons({ value: 6, people: 0 })).toHaveLength(1);
  });

  it('that is far above the county’s other visits is told with their median, once there are enough of them', () => {
    const lists = { figure: 'responsibility_lists_checked', value: 60 } as const;
    expect(reasons({ ...lists, others: { visits: 12, median: 6, deviation: 0 } })).toEqual([
      '“核查全员责任清单（人）”为 60，本县近 12 次驻点的中位数为 6，明显偏高；请核实',
    ]);
    expect(reasons({ ...lists, others: { visits: 9, median: 6, deviation: 0 } })).toEqual([]);
    expect(reasons({ ...lists, others: { visits: 12, median: 6, deviation: 8 } })).toEqual([]);
    expect(reasons({ ...lists, value: 21, others: { visits: 12, median: 6, deviation: 0 } })).toEqual([]);
  });
});

it('a signature from outside the team is marked with who it is and what was said', () => {
  const signed = { visit: '1', county: 'A', names: ['王示例', '李示例'] };
  expect(outsiders([{ ...signed, reason: '原组员住院，由他人代替' }])).toEqual([
    {
      key: 'outsider:1',
      kind: 'outsider',
      county: 'A',
      visit: '1',
      period: null,
      reason: '王示例、李示例不在该企业当天的驻点组内，说明为“原组员住院，由他人代替”；请核实是否本人到场签字',
    },
  ]);
  expect(outsiders([{ ...signed, reason: null }])[0]?.reason).toContain('没有说明原因');
});

describe('a signature that its person contests', () => {
  const said = {
    ...{ person: 'p', at: '2026-10-09T01:00:00.000001Z', visit: '1', county: 'A', name: '王示例', day: '2026-10-08', enterprise: '示例化工' },
    ...{ reason: '当天在县里开会，没有到这家企业', sender: '陆长青' },
  };

  it('is marked with who says so, of which visit and why, and whose login sent the signature', () => {
    expect(contested(said)).toEqual({
      ...{ key: 'contested:p:2026-10-09T01:00:00.000001Z', kind: 'contested', county: 'A', visit: '1', period: null },
      reason:
        '王示例称 2026-10-08 示例化工的驻点记录中自己名下的签字不是本人所签，理由为“当天在县里开会，没有到这家企业”；签字图片由陆长青的账号上传；请向本人和同组人员核实',
    });
  });

  it('says nothing of a sender whom nobody knows, and is another mark each time it is said', () => {
    expect(contested({ ...said, sender: null }).reason).not.toContain('上传');
    expect(contested({ ...said, at: '2026-10-10T01:00:00.000001Z' }).key).not.toBe(contested(said).key);
  });
});
