import type { Place } from './Place.ts';

type Row = Record<string, unknown>;

/** What a fixture is made from: the ids of rows it hangs on, and a number of its own. */
export interface Means {
  readonly place: Place;
  readonly state: string;
  readonly serial: number;
  /** The id of a row of the world at the same place. */
  readonly of: (collection: string, state?: string) => string;
}

/** How a row of a collection is made, written through the API, and changed. */
export interface Fixture {
  /** The states of its rows that make a difference to somebody; `''` when none does. */
  readonly states: readonly string[];
  /** Places it has rows at; a county has one row for both of its enterprises. */
  readonly places: readonly Place[];
  readonly row: (means: Means) => Row;
  /** What is sent to create one. Absent: nobody creates one through the API. */
  readonly create?: (means: Means) => Row;
  /** What somebody sends to change one in this state. Absent: nobody changes one. */
  readonly change?: (state: string, row: Row, caller: string) => Row;
  /** A text of the row that a filter could guess at. */
  readonly secret?: string;
}

const EVERYWHERE: readonly Place[] = ['mine', 'neighbour', 'abroad'];
const PER_COUNTY: readonly Place[] = ['mine', 'abroad'];
const ONCE: readonly Place[] = ['mine'];

const day = (serial: number): string => new Date(Date.UTC(2024, 0, 1 + serial)).toISOString().slice(0, 10);
const month = (serial: number): string => new Date(Date.UTC(2024, serial, 1)).toISOString().slice(0, 7);

const PLAN = { measures: '关闭箱门', responsible_person: '设备科长', deadline: '2027-06-30' };
const CONCRETE = '二车间南墙配电箱门未关闭，接线端子外露';

/** A photo of a hazard shows that one only. */
const photos = (link: string): Fixture => ({
  states: ['draft', 'open', 'verified'],
  places: EVERYWHERE,
  row: ({ state, of }) => ({ hazard: of('hazards', state), file: of('directus_files', `${link} ${state}`) }),
  create: ({ state, of }) => ({ hazard: of('hazards', state), file: of('directus_files', `${link} ${state}`) }),
  change: () => ({ sort: 5 }),
});
/** The files that rows have for themselves, by link and state; all others hang on the one of their place. */
export const OWN_FILES = ['visits_photos draft', 'visits_photos returned'].concat(
  ['hazards_photos_before', 'hazards_photos_after'].flatMap((link) => ['draft', 'open', 'verified'].map((state) => `${link} ${state}`)),
);

/** Every collection of the table but the settings (one row, the same for all), in an order in which each finds what it hangs on. */
export const fixtures: Readonly<Record<string, Fixture>> = {
  counties: {
    states: [''],
    places: PER_COUNTY,
    row: () => ({}),
    create: ({ serial }) => ({ code: `9${String(serial).padStart(5, '0')}`, name: `示例县${serial}`, status: 'active' }),
    change: () => ({ sort: 50 }),
    secret: 'name',
  },
  enterprises: {
    states: [''],
    places: EVERYWHERE,
    row: ({ place, serial, of }) => ({
      county: of('counties'),
      name: `${place}示例化工${serial}厂`,
      industry: '非危险化学品化工生产企业',
      status: 'active',
    }),
    create: ({ serial, of }) => ({ county: of('counties'), name: `新建示例化工${serial}厂` }),
    change: () => ({ address: '示例路1号' }),
    secret: 'name',
  },
  inspectors: {
    states: [''],
    places: EVERYWHERE,
    row: ({ serial, of }) => ({ county: of('counties'), name: `示例员${serial}`, level: 'county', status: 'active' }),
    create: ({ serial, of }) => ({ county: of('counties'), name: `新示例员${serial}`, level: 'county' }),
    change: () => ({ position: '科员' }),
    secret: 'name',
  },
  teams: {
    states: ['', 'second'],
    places: EVERYWHERE,
    row: ({ serial, of }) => ({ enterprise: of('enterprises'), valid_from: day(serial), valid_to: day(serial) }),
    create: ({ serial, of }) => ({ enterprise: of('enterprises'), valid_from: day(serial), valid_to: day(serial) }),
    change: (_, row) => ({ valid_to: row.valid_to }),
  },
  team_members: {
    states: [''],
    places: EVERYWHERE,
    // A person is in a team once: what comes and goes does so in the second one.
    row: ({ serial, of }) => ({ team: of('teams', serial < 10 ? '' : 'second'), inspector: of('inspectors'), is_lead: false }),
    create: ({ of }) => ({ team: of('teams', 'second'), inspector: of('inspectors') }),
    change: () => ({ is_lead: true }),
  },
  contacts: {
    states: [''],
    places: PER_COUNTY,
    row: ({ serial, of }) => ({ county: of('counties'), name: `联系人${serial}`, phone: '13900000000', status: 'active', is_primary: false }),
    create: ({ serial, of }) => ({ county: of('counties'), name: `新联系人${serial}`, phone: '13900000000' }),
    change: () => ({ position: '科长' }),
    secret: 'name',
  },
  task_lists: {
    states: ['draft', 'published'],
    places: PER_COUNTY,
    row: ({ state, serial, of }) => ({ name: `县级清单${serial}`, scope: 'county', county: of('counties'), version: 1, status: state }),
    create: ({ serial, of }) => ({ name: `新县级清单${serial}`, scope: 'county', county: of('counties') }),
    change: () => ({ valid_to: '2030-12-31' }),
    secret: 'name',
  },
  task_items: {
    states: ['draft', 'published'],
    places: PER_COUNTY,
    row: ({ state, serial, of }) => ({ task_list: of('task_lists', state), sort: serial, content: `检查${serial}号作业票` }),
    create: ({ state, serial, of }) => ({ task_list: of('task_lists', state), sort: serial, content: `检查${serial}号作业票` }),
    change: () => ({ basis: '示例依据' }),
    secret: 'content',
  },
  visits: {
    states: ['draft', 'submitted', 'returned', 'void'],
    places: EVERYWHERE,
    row: ({ place, state, serial, of }) => ({
      enterprise: of('enterprises'),
      county: of('counties'),
      visited_on: day(serial),
      user_created: place === 'mine' ? of('directus_users') : null,
      log: `查看台账${serial}本`,
      status: state,
      submitted_at: state === 'draft' ? null : '2025-01-01T00:00:00Z',
      return_reason: state === 'returned' ? '第三项的存在问题描述不具体，请补充' : null,
      void_reason: state === 'void' ? '与另一份记录重复' : null,
    }),
    create: ({ serial, of }) => ({ enterprise: of('enterprises'), visited_on: day(serial) }),
    change: (state, _, caller) => {
      if (state === 'submitted') return { status: 'returned', return_reason: '第三项的存在问题描述不具体，请补充' };
      // What a county has sent back it may void, and nothing else.
      return state === 'returned' && caller === 'county' ? { status: 'void', void_reason: '与另一份记录重复' } : { remarks: '补充说明' };
    },
    secret: 'log',
  },
  visit_items: {
    states: ['draft', 'submitted', 'returned'],
    places: EVERYWHERE,
    row: ({ state, serial, of }) => ({ visit: of('visits', state), sort: serial, content: `检查${serial}号岗位` }),
    create: ({ state, serial, of }) => ({ visit: of('visits', state), sort: serial, content: `检查${serial}号岗位` }),
    change: () => ({ implementation: '已落实并有记录' }),
    secret: 'content',
  },
  visit_inspectors: {
    states: ['draft', 'submitted', 'returned'],
    places: EVERYWHERE,
    row: ({ state, of }) => ({ visit: of('visits', state), inspector: of('inspectors'), level: 'county' }),
    create: ({ state, of }) => ({ visit: of('visits', state), inspector: of('inspectors', 'second') }),
    change: () => ({ level: 'county' }),
  },
  visits_photos: {
    states: ['draft', 'submitted', 'returned'],
    places: EVERYWHERE,
    row: ({ state, of }) => ({ visit: of('visits', state), file: of('directus_files', state === 'submitted' ? '' : `visits_photos ${state}`) }),
    create: ({ state, of }) => ({ visit: of('visits', state), file: of('directus_files', state === 'submitted' ? '' : `visits_photos ${state}`) }),
    change: () => ({ sort: 5 }),
  },
  visit_events: {
    states: ['submitted'],
    places: EVERYWHERE,
    row: ({ of }) => ({ visit: of('visits', 'submitted'), at: '2025-01-01T00:00:00Z', to: 'submitted', note: '示例' }),
    create: ({ of }) => ({ visit: of('visits', 'submitted'), at: '2025-01-01T00:00:00Z', to: 'submitted' }),
    change: () => ({ note: '改写' }),
  },
  hazards: {
    // `draft`: of a visit that is one.
    states: ['draft', 'open', 'verified', 'void'],
    places: EVERYWHERE,
    row: ({ state, serial, of }) => ({
      visit: state === 'draft' ? of('visits', 'draft') : null,
      enterprise: of('enterprises'),
      county: of('counties'),
      severity: 'general',
      status: state === 'draft' ? 'open' : state,
      void_reason: state === 'void' ? '演练时登记' : null,
      title: `配电箱${serial}未关闭`,
      description: CONCRETE,
      found_on: day(serial),
      ...PLAN,
      ...(state === 'verified' ? { rectified_on: day(serial), rectification: '已关闭箱门并张贴提示', verified_on: day(serial) } : {}),
    }),
    create: ({ serial, of }) => ({ enterprise: of('enterprises'), title: `配电箱${serial}未关闭`, description: CONCRETE, ...PLAN }),
    change: () => ({ responsible_person: '示例责任人' }),
    secret: 'title',
  },
  hazard_events: {
    states: [''],
    places: EVERYWHERE,
    // Each was a major one once: a report may be asked for.
    row: ({ of }) => ({ hazard: of('hazards', 'open'), at: '2025-01-01T00:00:00Z', to: 'open', note: '降为一般隐患' }),
    create: ({ of }) => ({ hazard: of('hazards', 'open'), at: '2025-01-01T00:00:00Z', to: 'open' }),
    change: () => ({ note: '改写' }),
  },
  hazards_photos_before: photos('hazards_photos_before'),
  hazards_photos_after: photos('hazards_photos_after'),
  documents: {
    states: ['ready', 'failed'],
    places: EVERYWHERE,
    row: ({ state, serial, of }) => ({
      kind: 'rectification_notice',
      status: state,
      file: state === 'ready' ? of('directus_files') : null,
      title: `整改通知书${serial}`,
      hazard: of('hazards', 'open'),
      input_hash: `示例${serial}`,
    }),
    create: ({ serial, of }) => ({ kind: 'major_hazard_report', title: `重大事故隐患报告${serial}`, hazard: of('hazards', 'open') }),
    change: () => ({ title: '整改通知书（改）' }),
    secret: 'title',
  },
  monthly_reports: {
    states: ['draft', 'submitted'],
    places: PER_COUNTY,
    row: ({ state, serial, of }) => ({ county: of('counties'), period: month(serial), status: state, progress: `本月开展驻点${serial}次` }),
    create: ({ serial, of }) => ({ county: of('counties'), period: month(serial), progress: '本月开展驻点' }),
    change: (state) =>
      state === 'draft' ? { problems: '个别企业台账不全' } : { status: 'returned', return_reason: '问题困难部分请补充具体企业和数字' },
    secret: 'progress',
  },
  report_events: {
    states: ['submitted'],
    places: PER_COUNTY,
    row: ({ of }) => ({ report: of('monthly_reports', 'submitted'), at: '2025-01-01T00:00:00Z', to: 'submitted', note: '示例' }),
    create: ({ of }) => ({ report: of('monthly_reports', 'submitted'), at: '2025-01-01T00:00:00Z', to: 'submitted' }),
    change: () => ({ note: '改写' }),
  },
  report_periods: {
    states: [''],
    places: ONCE,
    row: ({ serial }) => ({ period: month(serial), due_at: '2030-01-01T09:30:00Z' }),
    create: ({ serial }) => ({ period: month(serial), due_at: '2030-01-01T09:30:00Z' }),
    change: () => ({ note: '示例依据' }),
  },
  opening_balances: {
    states: [''],
    places: PER_COUNTY,
    row: ({ of }) => ({ county: of('counties'), as_of: '2023-08-02', note: '示例' }),
    create: ({ of }) => ({ county: of('counties'), as_of: '2023-08-02' }),
    change: () => ({ note: '改写' }),
  },
  suspicions: {
    states: [''],
    places: PER_COUNTY,
    row: ({ serial, of }) => ({
      key: `sample:${serial}`,
      kind: 'outlier',
      status: 'open',
      county: of('counties'),
      period: '2024-01',
      reason: `指导完善规章制度为 ${serial}，明显偏高`,
    }),
    change: () => ({ note: '经电话核实，数字无误' }),
    secret: 'reason',
  },
  evaluations: {
    states: [''],
    places: PER_COUNTY,
    row: ({ serial, of }) => ({
      county: of('counties'),
      quarter: '2024-Q1',
      kind: 'quarterly',
      evaluated_on: '2024-04-01',
      findings: `总体较好${serial}`,
    }),
    create: ({ of }) => ({ county: of('counties'), quarter: '2024-Q1', evaluated_on: '2024-04-01' }),
    change: () => ({ findings: '总体良好' }),
    secret: 'findings',
  },
  evaluations_files: {
    states: [''],
    places: PER_COUNTY,
    row: ({ of }) => ({ evaluation: of('evaluations'), file: of('directus_files') }),
    create: ({ of }) => ({ evaluation: of('evaluations'), file: of('directus_files') }),
    change: () => ({ sort: 5 }),
  },
  document_templates: {
    states: [''],
    places: ONCE,
    row: ({ serial }) => ({ key: `sample_${serial}`, name: `示例模板${serial}`, version: '1', status: 'draft' }),
    create: ({ serial }) => ({ key: 'reminder', name: `示例模板${serial}`, version: '1' }),
    change: () => ({ name: '示例模板（改）' }),
  },
  deliveries: {
    states: ['sent', 'dead', 'closed'],
    places: ONCE,
    row: ({ state, serial }) => ({
      key: `sample:${state}:${serial}`,
      kind: 'operations',
      status: state,
      sent_at: '2025-01-01T00:00:00Z',
      subject: '示例',
      composed_by: 'n8n',
    }),
    create: ({ serial }) => ({ key: `sample:new:${serial}`, kind: 'operations', status: 'sent', subject: '示例' }),
    change: () => ({ status: 'pending' }),
  },
  outbox: {
    states: [''],
    places: ONCE,
    row: ({ serial }) => ({ key: `sample:${serial}`, topic: 'sample', subject: crypto.randomUUID(), done_at: '2025-01-01T00:00:00Z', payload: '{}' }),
    create: ({ serial }) => ({ key: `sample:new:${serial}`, topic: 'sample' }),
    change: () => ({ error: '改写' }),
  },
};
