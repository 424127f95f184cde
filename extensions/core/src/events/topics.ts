/** What an event is about: the collection its `subject` names a row of; null where it names none. */
export type EventAbout = 'hazards' | 'visits' | 'monthly_reports' | 'documents' | 'counties' | 'enterprises' | 'suspicions' | null;

/** A topic of the outbox, as the people who build workflows read it. */
export interface EventTopic {
  readonly name: string;
  readonly chinese: string;
  readonly english: string;
  readonly about: EventAbout;
  /** The workflow, by its name in n8n, that answers for what the event is to bring about; null for what is only told to those who listen. */
  readonly answeredBy: string | null;
}

const answered = (name: string, chinese: string, english: string, about: EventAbout, answeredBy: string): EventTopic => ({
  name,
  chinese,
  english,
  about,
  answeredBy,
});
const told = (name: string, chinese: string, english: string, about: EventAbout): EventTopic => ({ name, chinese, english, about, answeredBy: null });

/** Every topic of the outbox: what a shipped workflow has to answer for, then what happens and is told (`schema/sql/230-notices.sql`). */
export const EVENT_TOPICS: readonly EventTopic[] = [
  answered('hazard.major', '重大隐患：新报或升级', 'Major hazard recorded or raised', 'hazards', '重大隐患直报'),
  answered('hazard.unacknowledged', '重大隐患：到时未签收', 'Major hazard not confirmed in time', 'hazards', '重大隐患直报'),
  answered('document.requested', '文书：有人申请', 'Document requested', 'documents', '生成文书'),
  answered('document.batch', '文书：有人申请全月打包', 'Documents of a month requested', 'documents', '文书打包'),
  answered('report.draft', '月报：该拟初稿', 'Monthly report to be drafted', 'counties', '月报报送'),
  answered('report.submitted', '月报：已报送', 'Monthly report handed in', 'monthly_reports', '月报报送'),
  answered('report.returned', '月报：被退回', 'Monthly report returned', 'monthly_reports', '月报报送'),
  answered('period.changed', '月份：该汇总或有变化', 'Month to be compiled', null, '全市汇总'),
  answered('reminders.due', '提醒：到了发送的时候', 'Reminders due', null, '每日提醒'),
  answered('evaluations.due', '评估：该提请或催办', 'Evaluations due', null, '季度评估'),
  told('visit.submitted', '驻点记录：已提交', 'Visit handed in', 'visits'),
  told('visit.returned', '驻点记录：被退回', 'Visit returned', 'visits'),
  told('visit.locked', '驻点记录：已锁定', 'Visit locked', 'visits'),
  told('visit.corrected', '驻点记录：已更正', 'Visit corrected', 'visits'),
  told('visit.contested', '驻点记录：签字有异议', 'Visit contested by a person named in it', 'visits'),
  told('visit.voided', '驻点记录：已作废', 'Visit voided', 'visits'),
  told('hazard.found', '隐患：新登记', 'Hazard recorded', 'hazards'),
  told('hazard.raised', '隐患：升级为重大', 'Hazard raised to major', 'hazards'),
  told('hazard.lowered', '隐患：降为一般', 'Hazard lowered to general', 'hazards'),
  told('hazard.rectified', '隐患：已整改', 'Hazard rectified', 'hazards'),
  told('hazard.verified', '隐患：核验通过', 'Hazard verified', 'hazards'),
  told('hazard.reopened', '隐患：退回整改', 'Hazard sent back to be rectified', 'hazards'),
  told('hazard.overdue', '隐患：逾期未整改', 'Hazard overdue', 'hazards'),
  told('hazard.acknowledged', '重大隐患：市级已签收', 'Major hazard confirmed by the city', 'hazards'),
  told('hazard.voided', '隐患：已作废', 'Hazard voided', 'hazards'),
  told('report.drafted', '月报：已有初稿', 'Monthly report drafted', 'monthly_reports'),
  told('report.accepted', '月报：已接收', 'Monthly report accepted', 'monthly_reports'),
  told('period.complete', '月份：各县均已报送', 'All counties have handed in a month', 'monthly_reports'),
  told('enterprise.without_team', '企业：没有驻点组', 'Enterprise without a team', 'enterprises'),
  told('roster.imported', '名单：已导入', 'Roster imported', null),
  told('suspicion.raised', '存疑记录：新发现', 'Suspicious record found', 'suspicions'),
];
