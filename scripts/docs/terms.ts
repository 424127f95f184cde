/** A word of the domain that the data model alone does not explain. */
export interface Term {
  readonly english: string;
  readonly chinese: string;
  readonly meaning: string;
  /** Paths of the repository, collections, and fields as `collection.field`. */
  readonly where: readonly string[];
}

/** The domain's words. Source: the notice on resident supervision and its annexes 1 to 5; the system's own words follow. */
export const TERMS: readonly Term[] = [
  {
    english: 'resident supervision',
    chinese: '驻点监督',
    meaning: 'Two inspectors visit each chemical enterprise at least once a month.',
    where: ['visits'],
  },
  {
    english: 'city office',
    chinese: '市化工专项行动办',
    meaning: 'Receives major hazards at once and monthly reports; compiles the statistics; inspects the work now and then.',
    where: ['settings', 'schema/roles.ts'],
  },
  {
    english: 'county office',
    chinese: '县（市、区）工信局、化工专项行动办',
    meaning: 'Keeps enterprises and teams, adds task lists, hands in the monthly report, evaluates every quarter.',
    where: ['counties', 'schema/roles.ts'],
  },
  {
    english: 'enterprise',
    chinese: '非危化品化工生产企业',
    meaning: 'Is supervised and rectifies hazards; does not log in.',
    where: ['enterprises'],
  },
  {
    english: 'inspector',
    chinese: '驻点人员',
    meaning: 'Is sent by the city (市级) or the county (县级); visits, works through the task list, keeps the log.',
    where: ['inspectors', 'visit_inspectors'],
  },
  {
    english: 'maintainer',
    chinese: '运维人员',
    meaning: "The office's IT person; edits workflows and templates by eye.",
    where: ['docs/handbook/maintainer.zh-CN.md'],
  },
  {
    english: 'two people, one enterprise',
    chinese: '两人一企',
    meaning: 'An enterprise in service has one team in force, with at least two active members.',
    where: ['teams', 'team_members', 'extensions/core/src/teams'],
  },
  {
    english: 'gap',
    chinese: '未驻点',
    meaning: 'A calendar month without a visit to an enterprise in service; reminded of, told to the county, and counted.',
    where: ['monthly_reports.gap_explanation', 'schema/sql/065-coverage.sql'],
  },
  {
    english: 'roster (annex 1)',
    chinese: '驻点企业和驻点人员名单（附件1）',
    meaning: 'The list of enterprises with their inspectors, as counties send it.',
    where: ['extensions/core/src/roster', 'schema/templates/roster'],
  },
  {
    english: 'task list (annex 2)',
    chinese: '任务清单（附件2）',
    meaning:
      'Eleven common items, and those of a county for key periods (重点时段), types of enterprise and regulatory demands. A visit keeps its wording.',
    where: ['task_lists', 'task_items', 'visit_items'],
  },
  {
    english: 'concrete problem',
    chinese: '问题要具体化',
    meaning: 'An item found lacking has a problem in concrete words and a suggestion for rectification (整改建议).',
    where: ['visit_items.problem', 'visit_items.suggestion', 'extensions/core/src/text/isConcrete.ts'],
  },
  {
    english: 'work log (annex 3)',
    chinese: '工作日志（附件3）',
    meaning: 'Date, enterprise, signatures of both inspectors, what was done, remarks.',
    where: ['visits.log', 'schema/templates/work_log'],
  },
  {
    english: 'major hazard',
    chinese: '重大事故隐患',
    meaning: 'Goes straight to the city office, at any time, with or without a visit.',
    where: ['hazards.severity', 'workflows/escalate-major-hazard.json'],
  },
  {
    english: 'five elements',
    chinese: '五落实',
    meaning: 'What a major hazard carries: measures, responsible person, funds, deadline, contingency plan (措施、责任、资金、时限、预案).',
    where: ['hazards.measures', 'hazards.responsible_person', 'hazards.funds', 'hazards.deadline', 'hazards.plan'],
  },
  {
    english: 'rectified, verified',
    chinese: '已整改、已核验',
    meaning: 'Rectified is what somebody claims with evidence; verified is what an inspector saw.',
    where: ['hazards.status', 'extensions/core/src/hazards/hazardSteps.ts'],
  },
  {
    english: 'confirmation (acknowledgement)',
    chinese: '签收',
    meaning: 'Somebody at the city office says that they have seen a major hazard; escalation ends with it.',
    where: ['hazards.acknowledged_at', 'extensions/directus-extension-zhudian/src/api/hazards/acknowledge'],
  },
  {
    english: 'escalation plan',
    chinese: '催办名单',
    meaning: 'Whom the report of a major hazard goes to next while nobody confirms it, and after how long.',
    where: ['settings', 'extensions/core/src/acknowledgement'],
  },
  {
    english: 'monthly report',
    chinese: '月调度报告',
    meaning: "A county's narrative in three parts (工作进展、问题困难、经验做法) and the statistics table; its figures freeze when it is handed in.",
    where: ['monthly_reports', 'report_periods'],
  },
  {
    english: 'statistics table (annex 4)',
    chinese: '统计表（附件4）',
    meaning: 'Fifteen columns for each county, cumulative since August 2023.',
    where: ['schema/sql/110-statistics.sql', 'schema/templates/statistics'],
  },
  {
    english: 'opening balance',
    chinese: '期初数',
    meaning: 'What a county had counted before it used this system; a hazard from before it without a visit is carried over.',
    where: ['opening_balances'],
  },
  {
    english: 'contacts (annex 5)',
    chinese: '月调度联系人（附件5）',
    meaning: 'Name, unit, position and phone; at least one for each county.',
    where: ['contacts'],
  },
  {
    english: 'evaluation, inspection by the city',
    chinese: '季度评估、督查',
    meaning: 'A county is evaluated at least once a quarter; an inspection by the city is an evaluation of its own kind.',
    where: ['evaluations'],
  },
  {
    english: 'void',
    chinese: '作废',
    meaning: 'Entered by mistake: stays to be read with its reason, counts nowhere, and is not deleted.',
    where: ['visits.void_reason', 'hazards.void_reason', 'schema/sql/081-void.sql'],
  },
  {
    english: 'suspicious record',
    chinese: '可疑记录',
    meaning: 'A mark for somebody to look at; blocks nothing.',
    where: ['suspicions', 'extensions/core/src/suspicions'],
  },
  {
    english: 'outbox, event',
    chinese: '事件队列、事件',
    meaning: 'A row that a trigger writes in the transaction of the change, for n8n to work on; it has one key.',
    where: ['outbox', 'schema/sql/010-outbox.sql'],
  },
  {
    english: 'mail ledger',
    chinese: '邮件台账',
    meaning: "Each mail with its key, its state and the relay's words; the one sender works from it.",
    where: ['deliveries', 'extensions/directus-extension-zhudian/src/api/mail'],
  },
  {
    english: 'watchdog',
    chinese: '值守程序',
    meaning: "Composes a major hazard's mail inside Directus when n8n has not handed it over in time.",
    where: ['extensions/directus-extension-zhudian/src/api/watchdog'],
  },
  {
    english: 'workbench',
    chinese: '工作台',
    meaning: 'The first page after the log-in: what somebody has to do.',
    where: ['extensions/directus-extension-zhudian/src/app/workbench'],
  },
  {
    english: 'rehearsal',
    chinese: '演练',
    meaning: 'Months played with a clock that is ahead of the server (`zhudian_clock`), or a restore on another machine.',
    where: ['extensions/directus-extension-zhudian/src/api/clock', 'docs/operations.md'],
  },
];
