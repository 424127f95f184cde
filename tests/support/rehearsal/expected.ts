const of = (kind: string, county: string, stage: string, period: string): string => `${kind} ${county} ${stage} ${period}`;
const A = 'jia@a office@a';
const B = 'office@b yi@b';
const SHI = 'shi@city';

/**
 * Worked out by hand on a calendar of 2025 and 2026: day → who → what, as `kind subject stage period`.
 * Free are 1 to 8 October (the 11th is worked), 1 to 3 January (the 4th is worked) and 15 to 23 February (the 14th and 28th are worked).
 */
export const REMINDERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // The first working day after National Day.
  '2025-10-09': { [`office@c ${SHI}`]: ['contacts_missing C 1w 2025-10', 'opening_balance_missing C 1w 2025-10'] },
  // Where the team has no address its county is told.
  '2025-10-16': {
    't1@a t2@a': ['visit_missing A2 -15d 2025-10'],
    't3@b t4@b': ['visit_missing B1 -15d 2025-10'],
    'office@c': ['visit_missing C1 -15d 2025-10'],
  },
  '2025-10-23': {
    [A]: [of('report', 'A', '-5w', '2025-10')],
    [B]: [of('report', 'B', '-5w', '2025-10')],
    'office@c': [of('report', 'C', '-5w', '2025-10')],
  },
  '2025-10-24': { 'office@c': ['visit_missing C1 -5w 2025-10'] },
  '2025-10-28': {
    [A]: [of('report', 'A', '-2w', '2025-10')],
    [B]: [of('report', 'B', '-2w', '2025-10')],
    'office@c': [of('report', 'C', '-2w', '2025-10')],
  },
  '2025-10-30': { [B]: [of('report', 'B', '0w', '2025-10')], 'office@c': [of('report', 'C', '0w', '2025-10')] },
  '2025-10-31': {
    [B]: [of('report', 'B', '1w', '2025-10')],
    'office@c': [of('report', 'C', '1w', '2025-10')],
    [SHI]: [of('report', 'B', '1w', '2025-10'), of('report', 'C', '1w', '2025-10')],
  },
  '2025-11-03': { [`office@c ${SHI}`]: ['visit_missing C1 1w 2025-10', 'contacts_missing C 1w 2025-11', 'opening_balance_missing C 1w 2025-11'] },
  '2025-11-06': { 'office@c': ['deadline_missing H5 1w 2025-11-05'] },
  '2025-11-07': { 't3@b t4@b': ['rectification H3 -3d 2025-11-10'] },
  '2025-11-10': { 'office@c': ['deadline_missing H5 3w 2025-11-05'] },
  '2025-11-11': { [`t3@b t4@b ${B}`]: ['rectification H3 1d 2025-11-10'] },
  '2025-11-14': { 't1@a t2@a': ['visit_missing A2 -15d 2025-11'], 't3@b t4@b': ['visit_missing B1 -15d 2025-11'] },
  '2025-11-17': { [`t3@b t4@b ${B} ${SHI}`]: ['rectification H3 7d 2025-11-10'] },
  '2025-11-21': {
    [A]: [of('report', 'A', '-5w', '2025-11')],
    't3@b t4@b': ['visit_missing B1 -5w 2025-11'],
    [B]: ['visit_missing B1 -5w 2025-11', of('report', 'B', '-5w', '2025-11')],
    'office@c': [of('report', 'C', '-5w', '2025-11')],
  },
  '2025-11-26': {
    [A]: [of('report', 'A', '-2w', '2025-11')],
    [B]: [of('report', 'B', '-2w', '2025-11')],
    'office@c': [of('report', 'C', '-2w', '2025-11')],
  },
  // Due on a Sunday: the Friday before it is the day.
  '2025-11-28': { [B]: [of('report', 'B', '0w', '2025-11')], 'office@c': [of('report', 'C', '0w', '2025-11')] },
  '2025-12-01': {
    [B]: [of('report', 'B', '1w', '2025-11'), 'visit_missing B1 1w 2025-11'],
    'office@c': [of('report', 'C', '1w', '2025-11'), 'contacts_missing C 1w 2025-12', 'opening_balance_missing C 1w 2025-12'],
    [SHI]: [
      of('report', 'B', '1w', '2025-11'),
      of('report', 'C', '1w', '2025-11'),
      'visit_missing B1 1w 2025-11',
      'contacts_missing C 1w 2025-12',
      'opening_balance_missing C 1w 2025-12',
    ],
  },
  '2025-12-17': { 'office@c': ['rectification H5 -3d 2025-12-20'] },
  '2025-12-23': {
    [A]: [of('report', 'A', '-5w', '2025-12')],
    [B]: [of('report', 'B', '-5w', '2025-12')],
    'office@c': [of('report', 'C', '-5w', '2025-12')],
  },
  '2025-12-26': {
    [A]: [of('report', 'A', '-2w', '2025-12')],
    [B]: [of('report', 'B', '-2w', '2025-12')],
    'office@c': [of('report', 'C', '-2w', '2025-12')],
  },
  '2025-12-30': { [B]: [of('report', 'B', '0w', '2025-12')], 'office@c': [of('report', 'C', '0w', '2025-12')] },
  '2025-12-31': { [`office@c ${SHI}`]: [of('report', 'C', '1w', '2025-12')] },
  // A Sunday that is worked; 乙县's report came back from the city on the day before New Year.
  '2026-01-04': {
    [B]: [of('report', 'B', '1w', '2025-12')],
    'office@c': ['contacts_missing C 1w 2026-01'],
    [SHI]: [of('report', 'B', '1w', '2025-12'), 'contacts_missing C 1w 2026-01'],
  },
  '2026-01-16': { 't3@b t4@b': ['visit_missing B1 -15d 2026-01'] },
  '2026-01-23': {
    [A]: [of('report', 'A', '-5w', '2026-01')],
    [B]: [of('report', 'B', '-5w', '2026-01')],
    'office@c': [of('report', 'C', '-5w', '2026-01')],
  },
  '2026-01-28': {
    [A]: [of('report', 'A', '-2w', '2026-01')],
    [B]: [of('report', 'B', '-2w', '2026-01')],
    'office@c': [of('report', 'C', '-2w', '2026-01')],
  },
  '2026-01-30': { [B]: [of('report', 'B', '0w', '2026-01')], 'office@c': [of('report', 'C', '0w', '2026-01')] },
  '2026-02-02': {
    [B]: [of('report', 'B', '1w', '2026-01')],
    'office@c': [of('report', 'C', '1w', '2026-01'), 'contacts_missing C 1w 2026-02'],
    [SHI]: [of('report', 'B', '1w', '2026-01'), of('report', 'C', '1w', '2026-01'), 'contacts_missing C 1w 2026-02'],
  },
  '2026-02-05': { 't1@a t2@a': ['visit_returned returned 1w 2026-02-04T07:00:00'] },
  '2026-02-09': { [`t1@a t2@a ${A}`]: ['visit_returned returned 3w 2026-02-04T07:00:00'] },
  // A new contact is told what is still open.
  '2026-02-11': { 'bing@c': [of('report', 'C', '1w', '2026-01')] },
  '2026-02-13': { 't3@b t4@b': ['visit_missing B1 -15d 2026-02'] },
  // A Saturday that is worked, the last day before the festival.
  '2026-02-14': {
    't3@b t4@b': ['visit_missing B1 -5w 2026-02'],
    [B]: ['visit_missing B1 -5w 2026-02', of('report', 'B', '-5w', '2026-02')],
    [A]: [of('report', 'A', '-5w', '2026-02')],
    'bing@c office@c': [of('report', 'C', '-5w', '2026-02')],
    't1@a t2@a': ['rectification H1 -3d 2026-02-20', 'rectification H2 -3d 2026-02-26'],
  },
  // n8n was down from the 24th: what was put right meanwhile is not spoken of, what is still true is told once.
  '2026-02-27': {
    [`t1@a t2@a ${SHI}`]: ['rectification H1 7d 2026-02-20'],
    [A]: ['rectification H1 7d 2026-02-20', of('report', 'A', '-2w', '2026-02')],
    [B]: [of('report', 'B', '-2w', '2026-02')],
    'bing@c office@c': [of('report', 'C', '-2w', '2026-02')],
  },
  '2026-02-28': { [B]: [of('report', 'B', '0w', '2026-02')], 'bing@c office@c': [of('report', 'C', '0w', '2026-02')] },
  '2026-03-02': {
    [B]: [of('report', 'B', '1w', '2026-02'), 'visit_missing B1 1w 2026-02'],
    'bing@c office@c': [of('report', 'C', '1w', '2026-02')],
    [SHI]: [of('report', 'B', '1w', '2026-02'), of('report', 'C', '1w', '2026-02'), 'visit_missing B1 1w 2026-02'],
  },
  '2026-03-23': {
    [A]: [of('report', 'A', '-5w', '2026-03')],
    [B]: [of('report', 'B', '-5w', '2026-03')],
    'bing@c office@c': [of('report', 'C', '-5w', '2026-03')],
  },
  '2026-03-26': {
    [A]: [of('report', 'A', '-2w', '2026-03')],
    [B]: [of('report', 'B', '-2w', '2026-03')],
    'bing@c office@c': [of('report', 'C', '-2w', '2026-03')],
  },
  '2026-03-30': { [B]: [of('report', 'B', '0w', '2026-03')], 'bing@c office@c': [of('report', 'C', '0w', '2026-03')] },
  '2026-03-31': { [`bing@c office@c ${SHI}`]: [of('report', 'C', '1w', '2026-03')] },
};

/** Everything else that goes out, by the day of the rehearsal: what → to whom. */
export const LETTERS: Readonly<Record<string, readonly string[]>> = {
  '2025-10-29': ['report A 2025-10 1 → shi@city'],
  '2025-10-31': ['compilation 2025-10 → shi@city'],
  '2025-11-04': ['report B 2025-10 1 → shi@city', 'compilation 2025-10 → shi@city'],
  '2025-11-27': ['report A 2025-11 1 → shi@city'],
  '2025-12-01': [
    'compilation 2025-11 → shi@city',
    `evaluation A 2025-Q4 ask → ${A}`,
    `evaluation B 2025-Q4 ask → ${B}`,
    'evaluation C 2025-Q4 ask → office@c',
  ],
  '2025-12-03': ['report B 2025-11 1 → shi@city', 'compilation 2025-11 → shi@city'],
  '2025-12-15': ['major H6 → shi@city', 'major H6 copy → office@a'],
  '2025-12-25': [`evaluation B 2025-Q4 last → ${B}`, 'evaluation C 2025-Q4 last → office@c'],
  '2025-12-29': ['report A 2025-12 1 → shi@city'],
  '2025-12-30': ['report B 2025-12 1 → shi@city'],
  '2025-12-31': ['compilation 2025-12 → shi@city', `returned B 2025-12 1 → ${B}`, 'compilation 2025-12 → shi@city'],
  '2026-01-04': ['evaluation C 2025-Q4 overdue → office@c'],
  '2026-01-05': ['report B 2025-12 2 → shi@city', 'compilation 2025-12 → shi@city'],
  '2026-01-29': ['report A 2026-01 1 → shi@city'],
  '2026-01-31': ['compilation 2026-01 → shi@city'],
  '2026-02-03': ['report B 2026-01 1 → shi@city', 'compilation 2026-01 → shi@city'],
  '2026-02-27': ['report A 2026-02 1 → shi@city'],
  '2026-03-01': ['compilation 2026-02 → shi@city'],
  '2026-03-02': [`evaluation A 2026-Q1 ask → ${A}`, `evaluation B 2026-Q1 ask → ${B}`, 'evaluation C 2026-Q1 ask → bing@c office@c'],
  '2026-03-03': ['report B 2026-02 1 → shi@city', 'compilation 2026-02 → shi@city'],
  '2026-03-25': [`evaluation B 2026-Q1 last → ${B}`, 'evaluation C 2026-Q1 last → bing@c office@c'],
  '2026-03-27': ['report A 2026-03 1 → shi@city'],
  '2026-03-30': ['report B 2026-03 1 → shi@city'],
  '2026-03-31': ['compilation 2026-03 → shi@city'],
};
