import type { Row } from '../insertRows.ts';
import { seedId } from '../seedId.ts';
import { daysBetween, momentOf, plusDays } from './days.ts';
import { generalHazards, majorHazards, type HazardWording } from './hazardWording.ts';
import { personName } from './personName.ts';
import type { Random } from './Random.ts';
import type { DemoVisit } from './visits.ts';

export interface DemoHazard {
  readonly row: Row;
  readonly events: readonly Row[];
}

/** The days ago at which the major hazards were found, and how far they have come since. */
const MAJOR = [
  { daysAgo: 95, status: 'verified' },
  { daysAgo: 62, status: 'rectified' },
  { daysAgo: 41, status: 'rectifying' },
] as const;

/** General hazards in all states, and three old major ones that the city office has confirmed long ago. */
export function makeHazards(visits: readonly DemoVisit[], today: string, random: Random): DemoHazard[] {
  const submitted = visits.filter((visit) => visit.row.status === 'submitted');
  const general = submitted
    .filter(() => random.chance(0.55))
    .map((visit) => {
      const age = daysBetween(visit.day, today);
      const status =
        age > 45
          ? random.pick(['verified', 'verified', 'verified', 'rectified', 'rectifying'] as const)
          : age > 21
            ? random.pick(['verified', 'rectified', 'rectifying', 'rectifying'] as const)
            : random.pick(['open', 'open', 'rectifying', 'rectified'] as const);
      return make(random.pick(generalHazards), 'general', status, visit, today, random);
    });
  const major = MAJOR.flatMap(({ daysAgo, status }, index) => {
    const wording = majorHazards[index];
    const near = [...submitted].sort((a, b) => Math.abs(daysBetween(a.day, today) - daysAgo) - Math.abs(daysBetween(b.day, today) - daysAgo))[index];
    return wording && near ? [make(wording, 'major', status, near, today, random)] : [];
  });
  return [...major, ...general];
}

type Status = 'open' | 'rectifying' | 'rectified' | 'verified';
const STEPS: readonly Status[] = ['open', 'rectifying', 'rectified', 'verified'];

function make(wording: HazardWording, severity: 'general' | 'major', status: Status, visit: DemoVisit, today: string, random: Random): DemoHazard {
  const { enterprise, members } = visit.team;
  const id = seedId('demo', 'hazard', visit.id, wording.title);
  const unit = random.pick(enterprise.units);
  const text = (words: string): string => words.replaceAll('{unit}', unit);
  const reached = STEPS.indexOf(status);
  const deadline = plusDays(visit.day, severity === 'major' ? 45 : random.pick([7, 10, 15, 30]));
  const before = (day: string): string => (day > today ? today : day);
  const days = [
    visit.day,
    before(plusDays(visit.day, 1)),
    before(plusDays(visit.day, random.whole(3, 12))),
    before(plusDays(visit.day, random.whole(13, 18))),
  ];
  const found = momentOf(visit.day, '11:20');
  const row = {
    id,
    visit: visit.id,
    enterprise: enterprise.id,
    county: enterprise.county,
    severity,
    status,
    title: text(wording.title),
    description: text(wording.description),
    place: text(wording.place),
    found_on: visit.day,
    deadline,
    measures: text(wording.measures),
    responsible_person: reached >= 1 || severity === 'major' ? personName(random) : '生产部负责人',
    funds: wording.funds ?? null,
    plan: wording.plan ?? null,
    rectified_on: reached >= 2 ? days[2] : null,
    rectification: reached >= 2 ? text(wording.rectification) : null,
    verified_by: reached >= 3 ? (members[0]?.id ?? null) : null,
    verified_on: reached >= 3 ? days[3] : null,
    verification: reached >= 3 ? `到${text(wording.place)}查看：${text(wording.rectification)}` : null,
    major_since: severity === 'major' ? found : null,
    reported_at: severity === 'major' ? momentOf(visit.day, '11:21') : null,
    acknowledged_at: severity === 'major' ? momentOf(visit.day, '11:29') : null,
    acknowledged_by: severity === 'major' ? '市化工专项行动办值班室' : null,
    date_created: found,
  };
  const event = (number: number, at: string, from: Status | null, to: Status, note: string | null): Row => ({
    id: seedId('demo', 'hazard_event', id, number),
    hazard: id,
    at,
    from,
    to,
    note,
    date_created: at,
  });
  const events = [
    event(0, found, null, 'open', severity === 'major' ? '登记为重大事故隐患' : '登记为一般隐患'),
    ...(severity === 'major'
      ? [
          event(10, row.reported_at ?? found, 'open', 'open', '已邮件直报市化工专项行动办'),
          event(11, row.acknowledged_at ?? found, 'open', 'open', '市级已签收：市化工专项行动办值班室'),
        ]
      : []),
    ...STEPS.slice(1, reached + 1).map((to, index) =>
      event(index + 1, momentOf(days[index + 1] ?? visit.day, `1${index + 4}:30`), STEPS[index] ?? null, to, null),
    ),
  ];
  return { row, events };
}
