/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 月调度联系人 · Contacts */
export interface Contact {
  /** 县（市、区） · County */
  county: County | string;
  /** 创建时间 · Created */
  date_created: string | null;
  /** 修改时间 · Changed */
  date_updated: string | null;
  /** 电子邮箱 · E-mail */
  email: string | null;
  /** 编号 · ID */
  id: string;
  /** 主要联系人 · Primary contact */
  is_primary: boolean;
  /** 姓名 · Name */
  name: string;
  /** 联系方式 · Phone */
  phone: string;
  /** 单位、职务 · Unit and position */
  position: string | null;
  /** 状态 · Status */
  status: 'active' | 'archived';
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}

/** 县（市、区） · Counties */
export interface County {
  /** 行政区划代码 · Code */
  code: string;
  /** 月调度联系人 · Contacts */
  contacts: Contact[] | string[];
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 发文机关代字 · Prefix of document numbers */
  document_prefix: string | null;
  /** 文书 · Documents */
  documents: Document[] | string[];
  /** 工作邮箱 · E-mail */
  email: string | null;
  /** 驻点企业 · Enterprises */
  enterprises: Enterprise[] | string[];
  /** 编号 · ID */
  id: string;
  /** 名称 · Name */
  name: string;
  /** 主管部门 · Office */
  office: string | null;
  /** 排序 · Sort */
  sort: number | null;
  /** 状态 · Status */
  status: 'active' | 'inactive';
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}

/** 邮件台账 · Mail ledger */
export interface Delivery {
  /** 附件 · Attachments */
  attachments: unknown;
  /** 尝试次数 · Attempts */
  attempts: number;
  /** 正文（HTML） · HTML */
  body: string | null;
  /** 正文（纯文本） · Text */
  body_text: string | null;
  /** 抄送 · Cc */
  cc: unknown;
  /** 占用标识 · Claim */
  claim: string | null;
  /** 撰写 · Composed by */
  composed_by: 'n8n' | 'watchdog' | null;
  /** 开始传输 · Data started at */
  data_started_at: string | null;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 错误 · Error */
  error: string | null;
  /** 隐患 · Hazard */
  hazard: Hazard | string | null;
  /** 编号 · ID */
  id: string;
  /** 唯一键 · Key */
  key: string;
  /** 种类 · Kind */
  kind: 'major_hazard' | 'unacknowledged' | 'copy' | 'evaluation' | 'operations' | 'report' | 'reminder';
  /** 占用至 · Leased until */
  lease_until: string | null;
  /** Message-ID · Message-ID */
  message_id: string | null;
  /** 下次尝试 · Next attempt */
  next_attempt_at: string | null;
  /** 尚未接受的收件人 · Remaining recipients */
  remaining: unknown;
  /** 未知结果后的重发 · Repeats */
  repeats: number;
  /** 服务器应答 · Response */
  response: string | null;
  /** 发出时间 · Sent at */
  sent_at: string | null;
  /** 状态 · Status */
  status: 'pending' | 'sending' | 'sent' | 'retry' | 'unknown' | 'dead' | 'closed';
  /** 主题 · Subject */
  subject: string | null;
  /** 收件人 · To */
  to: unknown;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}

/** 文件模板 · Document templates */
export interface DocumentTemplate {
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 模板文件（.docx、.xlsx） · File */
  file: string | null;
  /** 编号 · ID */
  id: string;
  /** 标识 · Key */
  key: string;
  /** 名称 · Name */
  name: string;
  /** 状态 · Status */
  status: 'draft' | 'in_force' | 'retired';
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 版本 · Version */
  version: string;
}

/** 生成的文件 · Documents */
export interface Document {
  /** 县（市、区） · County */
  county: County | string | null;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 已完成份数 · Done */
  done: number | null;
  /** 企业 · Enterprise */
  enterprise: Enterprise | string | null;
  /** 错误 · Error */
  error: string | null;
  /** 评估 · Evaluation */
  evaluation: Evaluation | string | null;
  /** 文件 · File */
  file: string | null;
  /** 隐患 · Hazard */
  hazard: Hazard | string | null;
  /** 编号 · ID */
  id: string;
  /** 内容指纹 · Hash */
  input_hash: string | null;
  /** 种类 · Kind */
  kind: 'roster' | 'task_list' | 'work_log' | 'statistics' | 'contacts' | 'major_hazard_report' | 'rectification_notice' | 'county_report' | 'city_report' | 'evaluation' | 'reminder' | 'visit_batch';
  /** 月调度报告 · Monthly report */
  monthly_report: MonthlyReport | string | null;
  /** 文号 · Number */
  number: string | null;
  /** 月份 · Month */
  period: string | null;
  /** 状态 · Status */
  status: 'requested' | 'ready' | 'failed';
  /** 模板 · Template */
  template: DocumentTemplate | string | null;
  /** 模板版本 · Template version */
  template_version: string | null;
  /** 标题 · Title */
  title: string | null;
  /** 总份数 · Total */
  total: number | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 驻点记录 · Visit */
  visit: Visit | string | null;
}

/** 驻点企业 · Enterprises */
export interface Enterprise {
  /** 生产地址 · Address */
  address: string | null;
  /** 所属县（市、区） · County */
  county: County | string;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 企业类型 · Type */
  enterprise_type: string | null;
  /** 隐患 · Hazards */
  hazards: Hazard[] | string[];
  /** 编号 · ID */
  id: string;
  /** 行业领域 · Industry */
  industry: string | null;
  /** 最近驻点 · Last visit */
  last_visited_on: string | null;
  /** 法定代表人 · Legal representative */
  legal_representative: string | null;
  /** 位置 · Location */
  location: unknown;
  /** 企业名称 · Name */
  name: string;
  /** 联系电话 · Telephone */
  phone: string | null;
  /** 风险等级 · Risk level */
  risk_level: 'red' | 'orange' | 'yellow' | 'blue' | null;
  /** 安全负责人 · Safety manager */
  safety_manager: string | null;
  /** 生产状态 · Status */
  status: 'active' | 'suspended' | 'closed';
  /** 驻点组（两人一企） · Teams */
  teams: Team[] | string[];
  /** 统一社会信用代码 · Unified social credit code */
  uscc: string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 可见账号 · Visible to */
  visible_to: string | null;
  /** 本月已驻点 · Visited this month */
  visited_this_month: boolean;
  /** 驻点记录 · Visits */
  visits: Visit[] | string[];
}

/** 季度评估与督查 · Evaluations and inspections */
export interface Evaluation {
  /** 附件 · Attachments */
  attachments: EvaluationsFile[] | string[];
  /** 县（市、区） · County */
  county: County | string;
  /** 创建时间 · Created */
  date_created: string | null;
  /** 修改时间 · Changed */
  date_updated: string | null;
  /** 文书 · Documents */
  documents: Document[] | string[];
  /** 评估（督查）日期 · Date */
  evaluated_on: string;
  /** 驻点工作情况 · Findings */
  findings: string | null;
  /** 编号 · ID */
  id: string;
  /** 类别 · Kind */
  kind: 'quarterly' | 'city_inspection';
  /** 经验做法 · Good practice */
  practices: string | null;
  /** 问题困难 · Problems */
  problems: string | null;
  /** 季度 · Quarter */
  quarter: string;
  /** 收到整改反馈日期 · Reply received on */
  replied_on: string | null;
  /** 整改反馈期限 · Reply due */
  reply_due: string | null;
  /** 评分（百分制） · Score (of 100) */
  score: string | null;
  /** 意见建议 · Suggestions */
  suggestions: string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 作废原因 · Reason for voiding */
  void_reason: string | null;
}

/** 评估附件 · Evaluation attachments */
export interface EvaluationsFile {
  /** 评估 · Evaluation */
  evaluation: Evaluation | string;
  /** 文件 · File */
  file: string;
  /** 编号 · ID */
  id: string;
  /** 排序 · Sort */
  sort: number | null;
}

/** 隐患流转记录 · Hazard events */
export interface HazardEvent {
  /** 操作人的账号 · Login */
  actor: string | null;
  /** 操作人 · Who */
  actor_name: string | null;
  /** 时间 · At */
  at: string;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 原状态 · From */
  from: 'open' | 'rectifying' | 'rectified' | 'verified' | 'void' | null;
  /** 隐患 · Hazard */
  hazard: Hazard | string;
  /** 编号 · ID */
  id: string;
  /** 说明 · Note */
  note: string | null;
  /** 新状态 · To */
  to: 'open' | 'rectifying' | 'rectified' | 'verified' | 'void' | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}

/** 隐患 · Hazards */
export interface Hazard {
  /** 对签收提出异议的时间 · Confirmation disputed */
  acknowledge_disputed_at: string | null;
  /** 市级签收时间 · Acknowledged at */
  acknowledged_at: string | null;
  /** 签收人 · Acknowledged by */
  acknowledged_by: string | null;
  /** 签收时的网络地址 · Network address */
  acknowledged_from: string | null;
  /** 签收所用链接的收件人 · Link of */
  acknowledged_link: string | null;
  /** 签收登录账号 · Login that acknowledged */
  acknowledged_login: string | null;
  /** 表单标识 · Form key */
  client_key: string | null;
  /** 更正原因 · Reason for the correction */
  correction_reason: string | null;
  /** 县（市、区） · County */
  county: County | string | null;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 整改时限 · Deadline */
  deadline: string | null;
  /** 隐患描述 · Description */
  description: string;
  /** 报告文件 · Documents */
  documents: Document[] | string[];
  /** 企业 · Enterprise */
  enterprise: Enterprise | string;
  /** 流转记录 · History */
  events: HazardEvent[] | string[];
  /** 发现日期 · Found on */
  found_on: string | null;
  /** 整改资金 · Funds */
  funds: string | null;
  /** 编号 · ID */
  id: string;
  /** 认定为重大的时间 · Major since */
  major_since: string | null;
  /** 整改措施 · Measures */
  measures: string | null;
  /** 整改后照片 · Photos after */
  photos_after: HazardsPhotosAfter[] | string[];
  /** 隐患照片 · Photos of the hazard */
  photos_before: HazardsPhotosBefore[] | string[];
  /** 具体位置 · Place */
  place: string | null;
  /** 应急预案 · Contingency plan */
  plan: string | null;
  /** 整改情况 · What was done */
  rectification: string | null;
  /** 登记整改的人 · Who recorded the rectification */
  rectified_by: string | null;
  /** 整改完成日期 · Rectified on */
  rectified_on: string | null;
  /** 直报时间 · Reported at */
  reported_at: string | null;
  /** 整改责任人 · Responsible person */
  responsible_person: string | null;
  /** 隐患级别 · Severity */
  severity: 'general' | 'major';
  /** 整改状态 · Status */
  status: 'open' | 'rectifying' | 'rectified' | 'verified' | 'void';
  /** 隐患名称 · Title */
  title: string;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 核验情况 · What was seen */
  verification: string | null;
  /** 核验人 · Verified by */
  verified_by: Inspector | string | null;
  /** 核验人（县级工作人员） · Verified by (office) */
  verified_officer: string | null;
  /** 核验日期 · Verified on */
  verified_on: string | null;
  /** 驻点记录 · Visit */
  visit: Visit | string | null;
  /** 清单条目 · Visit item */
  visit_item: VisitItem | string | null;
  /** 作废原因 · Reason for voiding */
  void_reason: string | null;
}

/** 整改后照片 · Photos after */
export interface HazardsPhotosAfter {
  /** 照片 · Photo */
  file: string;
  /** 隐患 · Hazard */
  hazard: Hazard | string;
  /** 编号 · ID */
  id: string;
  /** 排序 · Sort */
  sort: number | null;
}

/** 隐患照片 · Photos before */
export interface HazardsPhotosBefore {
  /** 照片 · Photo */
  file: string;
  /** 隐患 · Hazard */
  hazard: Hazard | string;
  /** 编号 · ID */
  id: string;
  /** 排序 · Sort */
  sort: number | null;
}

/** 驻点人员 · Inspectors */
export interface Inspector {
  /** 所属县（市、区） · County */
  county: County | string | null;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 电子邮箱 · E-mail */
  email: string | null;
  /** 编号 · ID */
  id: string;
  /** 派出层级 · Level */
  level: 'city' | 'county';
  /** 所在驻点组 · Teams */
  memberships: TeamMember[] | string[];
  /** 姓名 · Name */
  name: string;
  /** 工作单位 · Organisation */
  organisation: string | null;
  /** 联系电话 · Telephone */
  phone: string | null;
  /** 职务 · Position */
  position: string | null;
  /** 状态 · Status */
  status: 'active' | 'inactive';
  /** 登录账号 · Login */
  user: string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}

/** 月调度报告 · Monthly reports */
export interface MonthlyReport {
  /** 上次报送以来的更正 · Corrections since the last report */
  changes: unknown;
  /** 派驻企业单位 市级（家次） · Enterprises visited, city (visits) */
  city_enterprise_visits: number | null;
  /** 派出驻点监督人员 市级（人次） · City inspectors sent (person-visits) */
  city_person_visits: number | null;
  /** 联系人 · Contact */
  contact: Contact | string | null;
  /** 更正说明 · Reason for the correction */
  correction_reason: string | null;
  /** 县（市、区） · County */
  county: County | string;
  /** 派驻企业单位 县级（家次） · Enterprises visited, county (visits) */
  county_enterprise_visits: number | null;
  /** 派出驻点监督人员 县级（人次） · County inspectors sent (person-visits) */
  county_person_visits: number | null;
  /** 创建时间 · Created */
  date_created: string | null;
  /** 修改时间 · Changed */
  date_updated: string | null;
  /** 文书 · Documents */
  documents: Document[] | string[];
  /** 报告（Word） · Report (Word) */
  docx: string | null;
  /** 督促开展应急演练（次） · Emergency drills urged */
  drills_urged: number | null;
  /** 截止时间 · Due */
  due_at: string | null;
  /** 流转记录 · History */
  events: ReportEvent[] | string[];
  /** 填表日期 · Filled in on */
  filled_on: string | null;
  /** 未驻点及未提交说明 · Explanation of gaps */
  gap_explanation: string | null;
  /** 现场监督危险作业（次） · Hazardous work supervised on site */
  hazardous_work_supervised: number | null;
  /** 发现隐患（项） · Hazards found */
  hazards_found: number | null;
  /** 已整改（项） · Hazards rectified */
  hazards_rectified: number | null;
  /** 编号 · ID */
  id: string;
  /** 其中发现重大事故隐患（项） · Of these major hazards found */
  major_hazards_found: number | null;
  /** 重大事故隐患已整改（项） · Major hazards rectified */
  major_hazards_rectified: number | null;
  /** 派驻企业单位 市级（家次） · Enterprises visited, city (visits) */
  month_city_enterprise_visits: number | null;
  /** 派出驻点监督人员 市级（人次） · City inspectors sent (person-visits) */
  month_city_person_visits: number | null;
  /** 派驻企业单位 县级（家次） · Enterprises visited, county (visits) */
  month_county_enterprise_visits: number | null;
  /** 派出驻点监督人员 县级（人次） · County inspectors sent (person-visits) */
  month_county_person_visits: number | null;
  /** 督促开展应急演练（次） · Emergency drills urged */
  month_drills_urged: number | null;
  /** 现场监督危险作业（次） · Hazardous work supervised on site */
  month_hazardous_work_supervised: number | null;
  /** 发现隐患（项） · Hazards found */
  month_hazards_found: number | null;
  /** 已整改（项） · Hazards rectified */
  month_hazards_rectified: number | null;
  /** 其中发现重大事故隐患（项） · Of these major hazards found */
  month_major_hazards_found: number | null;
  /** 重大事故隐患已整改（项） · Major hazards rectified */
  month_major_hazards_rectified: number | null;
  /** 督促召开“晨会”（次） · Morning meetings urged */
  month_morning_meetings_urged: number | null;
  /** 核查全员责任清单（人） · Responsibility lists checked (people) */
  month_responsibility_lists_checked: number | null;
  /** 督促落实有奖举报（万元） · Rewards for reports (10,000 yuan) */
  month_reward_amount_wan: string | null;
  /** 指导完善规章制度（条） · Rules improved (items) */
  month_rules_improved: number | null;
  /** 督促开展警示教育（场次） · Warning educations urged (sessions) */
  month_warning_educations_urged: number | null;
  /** 督促召开“晨会”（次） · Morning meetings urged */
  morning_meetings_urged: number | null;
  /** 首次报送按时 · First on time */
  on_time: boolean | null;
  /** 月份 · Month */
  period: string;
  /** 经验做法 · Good practice */
  practices: string | null;
  /** 问题困难 · Problems */
  problems: string | null;
  /** 工作进展 · Progress */
  progress: string | null;
  /** 核查全员责任清单（人） · Responsibility lists checked (people) */
  responsibility_lists_checked: number | null;
  /** 退回原因 · Reason for returning */
  return_reason: string | null;
  /** 督促落实有奖举报（万元） · Rewards for reports (10,000 yuan) */
  reward_amount_wan: string | null;
  /** 指导完善规章制度（条） · Rules improved (items) */
  rules_improved: number | null;
  /** 状态 · Status */
  status: 'draft' | 'submitted' | 'returned' | 'accepted';
  /** 第几次报送 · Submission number */
  submission: number | null;
  /** 报送时间 · Submitted */
  submitted_at: string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 督促开展警示教育（场次） · Warning educations urged (sessions) */
  warning_educations_urged: number | null;
  /** 统计表（Excel） · Table (Excel) */
  xlsx: string | null;
}

/** 期初数 · Opening balances */
export interface OpeningBalance {
  /** 截至日期 · As of */
  as_of: string;
  /** 派驻企业单位 市级（家次） · Enterprises visited, city (visits) */
  city_enterprise_visits: number;
  /** 派出驻点监督人员 市级（人次） · City inspectors sent (person-visits) */
  city_person_visits: number;
  /** 县（市、区） · County */
  county: County | string;
  /** 派驻企业单位 县级（家次） · Enterprises visited, county (visits) */
  county_enterprise_visits: number;
  /** 派出驻点监督人员 县级（人次） · County inspectors sent (person-visits) */
  county_person_visits: number;
  /** 创建时间 · Created */
  date_created: string | null;
  /** 修改时间 · Changed */
  date_updated: string | null;
  /** 督促开展应急演练（次） · Emergency drills urged */
  drills_urged: number;
  /** 现场监督危险作业（次） · Hazardous work supervised on site */
  hazardous_work_supervised: number;
  /** 发现隐患（项） · Hazards found */
  hazards_found: number;
  /** 已整改（项） · Hazards rectified */
  hazards_rectified: number;
  /** 编号 · ID */
  id: string;
  /** 其中发现重大事故隐患（项） · Of these major hazards found */
  major_hazards_found: number;
  /** 重大事故隐患已整改（项） · Major hazards rectified */
  major_hazards_rectified: number;
  /** 督促召开“晨会”（次） · Morning meetings urged */
  morning_meetings_urged: number;
  /** 数据来源 · Source */
  note: string | null;
  /** 核查全员责任清单（人） · Responsibility lists checked (people) */
  responsibility_lists_checked: number;
  /** 督促落实有奖举报（万元） · Rewards for reports (10,000 yuan) */
  reward_amount_wan: string;
  /** 指导完善规章制度（条） · Rules improved (items) */
  rules_improved: number;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 督促开展警示教育（场次） · Warning educations urged (sessions) */
  warning_educations_urged: number;
}

/** 事件队列 · Outbox */
export interface Outbox {
  /** 尝试次数 · Attempts */
  attempts: number;
  /** 可领取时间 · Available at */
  available_at: string | null;
  /** 占用标识 · Claim */
  claim: string | null;
  /** 领取者 · Claimed by */
  claimed_by: string | null;
  /** 产生时间 · Created at */
  created_at: string | null;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 完成时间 · Done at */
  done_at: string | null;
  /** 错误 · Error */
  error: string | null;
  /** 编号 · ID */
  id: string;
  /** 唯一键 · Key */
  key: string;
  /** 占用至 · Leased until */
  lease_until: string | null;
  /** 内容 · Payload */
  payload: unknown;
  /** 序号 · Number */
  seq: string | null;
  /** 对象 · Subject */
  subject: string | null;
  /** 主题 · Topic */
  topic: string;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}

/** 报告流转记录 · Report events */
export interface ReportEvent {
  /** 操作人的账号 · Login */
  actor: string | null;
  /** 操作人 · Who */
  actor_name: string | null;
  /** 时间 · Time */
  at: string;
  /** 创建时间 · Created */
  date_created: string | null;
  /** 修改时间 · Changed */
  date_updated: string | null;
  /** 原状态 · From */
  from: 'draft' | 'submitted' | 'returned' | 'accepted' | null;
  /** 编号 · ID */
  id: string;
  /** 说明 · Note */
  note: string | null;
  /** 月调度报告 · Report */
  report: MonthlyReport | string;
  /** 新状态 · To */
  to: 'draft' | 'submitted' | 'returned' | 'accepted' | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}

/** 报送时限 · Report periods */
export interface ReportPeriod {
  /** 创建时间 · Created */
  date_created: string | null;
  /** 修改时间 · Changed */
  date_updated: string | null;
  /** 报送截止时间 · Due */
  due_at: string;
  /** 编号 · ID */
  id: string;
  /** 依据或说明 · Reason */
  note: string | null;
  /** 月份 · Month */
  period: string;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}

/** 系统设置 · Settings */
export interface Settings {
  /** 签收时限（分钟） · Time to acknowledge (minutes) */
  acknowledge_minutes: number | null;
  /** 签收链接有效期（天） · Link valid for (days) */
  acknowledge_valid_days: number | null;
  /** 重大隐患直报邮箱 · Addresses for major hazards */
  city_office_emails: unknown;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 提前几天生成月报初稿 · Days before the deadline to draft reports */
  draft_days_before: number | null;
  /** 最多催办次数 · Steps at most */
  escalation_max_steps: number | null;
  /** 催办名单 · Escalation plan */
  escalation_plan: unknown;
  /** 催办间隔（分钟） · Repeat every (minutes) */
  escalation_repeat_minutes: number | null;
  /** 工作流接手时限（秒） · Hand-over time (seconds) */
  handover_seconds: number | null;
  /** 编号 · ID */
  id: string;
  /** 单位名称 · Name */
  office_name: string | null;
  /** 运维邮箱 · Operations e-mail */
  operations_email: string | null;
  /** 提醒计划 · Reminder plan */
  reminder_plan: unknown;
  /** 月报截止日 · Report due on day */
  report_due_day: number | null;
  /** 截止时间 · Report due at */
  report_due_time: string | null;
  /** 统计起始日期 · Statistics since */
  statistics_since: string | null;
  /** 回看天数 · Days looked back */
  suspicion_days: number | null;
  /** 每人每次上限：督促开展应急演练 · Most per person and visit: Drills */
  suspicion_most_drills_urged: number | null;
  /** 每人每次上限：现场监督危险作业 · Most per person and visit: Hazardous work supervised */
  suspicion_most_hazardous_work_supervised: number | null;
  /** 每人每次上限：督促召开“晨会” · Most per person and visit: Morning meetings */
  suspicion_most_morning_meetings_urged: number | null;
  /** 每人每次上限：核查全员责任清单 · Most per person and visit: Responsibility lists */
  suspicion_most_responsibility_lists_checked: number | null;
  /** 每人每次上限：督促落实有奖举报（万元） · Most per person and visit: Rewards (10,000 yuan) */
  suspicion_most_reward_amount_wan: number | null;
  /** 每人每次上限：指导完善规章制度 · Most per person and visit: Rules improved */
  suspicion_most_rules_improved: number | null;
  /** 每人每次上限：督促开展警示教育 · Most per person and visit: Warning educations */
  suspicion_most_warning_educations_urged: number | null;
  /** 偏离倍数 · Times the usual spread */
  suspicion_outlier_factor: number | null;
  /** 对比所需月数 · Months of a past */
  suspicion_outlier_months: number | null;
  /** 文字相同的记录数 · Visits with the same words */
  suspicion_same_text_visits: number | null;
  /** 最短驻点时长（分钟） · Shortest visit (minutes) */
  suspicion_short_minutes: number | null;
  /** 时区 · Time zone */
  timezone: string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 下班时间 · Work ends at */
  work_ends_at: string | null;
  /** 上班时间 · Work starts at */
  work_starts_at: string | null;
}

/** 可疑记录 · Suspicious records */
export interface Suspicion {
  /** 县（市、区） · County */
  county: County | string;
  /** 创建时间 · Created */
  date_created: string | null;
  /** 修改时间 · Changed */
  date_updated: string | null;
  /** 处理时间 · Settled at */
  dismissed_at: string | null;
  /** 处理人 · Settled by */
  dismissed_by: string | null;
  /** 处理人 · Settled by */
  dismissed_by_name: string | null;
  /** 编号 · ID */
  id: string;
  /** 标识 · Key */
  key: string;
  /** 类别 · Kind */
  kind: 'same_text' | 'overlap' | 'short_visit' | 'outlier' | 'figure' | 'outsider' | 'contested';
  /** 核实说明 · What was found */
  note: string | null;
  /** 月份 · Month */
  period: string | null;
  /** 可疑之处 · What is suspicious */
  reason: string;
  /** 处理 · State */
  status: 'open' | 'dismissed';
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 驻点记录 · Visit */
  visit: Visit | string | null;
}

/** 清单条目 · Task items */
export interface TaskItem {
  /** 监督依据 · Basis */
  basis: string | null;
  /** 监督事项 · Content */
  content: string;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 编号 · ID */
  id: string;
  /** 序号 · No. */
  sort: number | null;
  /** 监督标准 · Standard */
  standard: string | null;
  /** 任务清单 · Task list */
  task_list: TaskList | string;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}

/** 任务清单 · Task lists */
export interface TaskList {
  /** 县（市、区） · County */
  county: County | string | null;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 企业 · Enterprise */
  enterprise: Enterprise | string | null;
  /** 适用企业类型 · Type of enterprise */
  enterprise_type: string | null;
  /** 编号 · ID */
  id: string;
  /** 条目 · Items */
  items: TaskItem[] | string[];
  /** 清单名称 · Name */
  name: string;
  /** 适用范围 · Scope */
  scope: 'city' | 'county' | 'enterprise';
  /** 状态 · Status */
  status: 'draft' | 'published' | 'retired';
  /** 替代的旧版 · Supersedes */
  supersedes: TaskList | string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 生效日期 · From */
  valid_from: string | null;
  /** 失效日期 · To */
  valid_to: string | null;
  /** 版本 · Version */
  version: string | null;
}

/** 驻点组成员 · Team members */
export interface TeamMember {
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 编号 · ID */
  id: string;
  /** 驻点人员 · Inspector */
  inspector: Inspector | string;
  /** 组长 · Lead */
  is_lead: boolean;
  /** 驻点组 · Team */
  team: Team | string;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}

/** 驻点组 · Teams */
export interface Team {
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 企业 · Enterprise */
  enterprise: Enterprise | string;
  /** 编号 · ID */
  id: string;
  /** 成员 · Members */
  members: TeamMember[] | string[];
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 起始日期 · From */
  valid_from: string;
  /** 截止日期 · To */
  valid_to: string | null;
}

/** 驻点流转记录 · Visit events */
export interface VisitEvent {
  /** 操作人的账号 · Login */
  actor: string | null;
  /** 操作人 · Who */
  actor_name: string | null;
  /** 时间 · Time */
  at: string;
  /** 创建时间 · Created */
  date_created: string | null;
  /** 修改时间 · Changed */
  date_updated: string | null;
  /** 原状态 · From */
  from: 'draft' | 'submitted' | 'returned' | 'locked' | 'void' | null;
  /** 编号 · ID */
  id: string;
  /** 说明 · Note */
  note: string | null;
  /** 新状态 · To */
  to: 'draft' | 'submitted' | 'returned' | 'locked' | 'void' | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 驻点记录 · Visit */
  visit: Visit | string;
}

/** 到场人员 · Inspectors present */
export interface VisitInspector {
  /** 提出签字异议的时间 · Signature contested */
  contested_at: string | null;
  /** 签字异议的理由 · Why it is contested */
  contested_reason: string | null;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 编号 · ID */
  id: string;
  /** 驻点人员 · Inspector */
  inspector: Inspector | string;
  /** 当日层级 · Level on that day */
  level: 'city' | 'county' | null;
  /** 签字 · Signature */
  signature: string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 驻点记录 · Visit */
  visit: Visit | string;
}

/** 清单落实情况 · Visit items */
export interface VisitItem {
  /** 监督依据 · Basis */
  basis: string | null;
  /** 主要内容 · Content */
  content: string;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 编号 · ID */
  id: string;
  /** 落实情况 · Implementation */
  implementation: string | null;
  /** 存在问题描述 · Problem */
  problem: string | null;
  /** 落实结果 · Result */
  result: 'in_place' | 'partial' | 'missing' | 'not_applicable' | null;
  /** 序号 · No. */
  sort: number | null;
  /** 监督标准 · Standard */
  standard: string | null;
  /** 整改建议 · Suggestion */
  suggestion: string | null;
  /** 清单条目 · Task item */
  task_item: TaskItem | string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 驻点记录 · Visit */
  visit: Visit | string;
}

/** 驻点记录 · Visits */
export interface Visit {
  /** 到达时间 · Arrived */
  arrived_at: string | null;
  /** 表单标识 · Form key */
  client_key: string | null;
  /** 更正原因 · Reason for the correction */
  correction_reason: string | null;
  /** 县（市、区） · County */
  county: County | string | null;
  /** 创建时间 · Created at */
  date_created: string | null;
  /** 修改时间 · Changed at */
  date_updated: string | null;
  /** 文书 · Documents */
  documents: Document[] | string[];
  /** 督促开展应急演练（次） · Drills urged */
  drills_urged: number;
  /** 驻点企业 · Enterprise */
  enterprise: Enterprise | string;
  /** 流转记录 · History */
  events: VisitEvent[] | string[];
  /** 经验做法 · Good practice */
  good_practice: string | null;
  /** 现场监督危险作业（次） · Hazardous work supervised */
  hazardous_work_supervised: number;
  /** 隐患 · Hazards */
  hazards: Hazard[] | string[];
  /** 编号 · ID */
  id: string;
  /** 驻点人员 · Inspectors */
  inspectors: VisitInspector[] | string[];
  /** 非本组人员参加的原因 · Why somebody outside the team came */
  inspectors_reason: string | null;
  /** 任务清单 · Items */
  items: VisitItem[] | string[];
  /** 离开时间 · Left */
  left_at: string | null;
  /** 签到位置 · Location */
  location: unknown;
  /** 驻点监督任务开展情况 · What was done */
  log: string | null;
  /** 督促召开“晨会”（次） · Morning meetings urged */
  morning_meetings_urged: number;
  /** 现场照片 · Photos */
  photos: VisitsPhotos[] | string[];
  /** 备注 · Remarks */
  remarks: string | null;
  /** 核查全员责任清单（人） · Responsibility lists checked (people) */
  responsibility_lists_checked: number;
  /** 退回原因 · Reason for returning */
  return_reason: string | null;
  /** 督促落实有奖举报（万元） · Rewards for reports (10,000 yuan) */
  reward_amount_wan: string;
  /** 指导完善规章制度（条） · Rules improved */
  rules_improved: number;
  /** 状态 · Status */
  status: 'draft' | 'submitted' | 'returned' | 'locked' | 'void';
  /** 提交时间 · Submitted at */
  submitted_at: string | null;
  /** 驻点组 · Team */
  team: Team | string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 可见账号 · Visible to */
  visible_to: string | null;
  /** 驻点日期 · Date */
  visited_on: string;
  /** 作废原因 · Reason for voiding */
  void_reason: string | null;
  /** 督促开展警示教育（场次） · Warning educations urged */
  warning_educations_urged: number;
}

/** 驻点照片 · Visit photos */
export interface VisitsPhotos {
  /** 照片 · Photo */
  file: string;
  /** 编号 · ID */
  id: string;
  /** 排序 · Sort */
  sort: number | null;
  /** 驻点记录 · Visit */
  visit: Visit | string;
  /** 清单条目 · Checklist item */
  visit_item: VisitItem | string | null;
}

/** Fields of ours in a collection of Directus. */
export interface DirectusFileExtras {
  /** 所属文件 · In documents */
  in_documents: Document[] | string[];
  /** 评估附件 · In evaluations */
  in_evaluations: EvaluationsFile[] | string[];
  /** 所属隐患（整改后） · In hazards, after */
  in_hazards_photos_after: HazardsPhotosAfter[] | string[];
  /** 所属隐患（整改前） · In hazards, before */
  in_hazards_photos_before: HazardsPhotosBefore[] | string[];
  /** 月调度报告 · In reports */
  in_reports_docx: MonthlyReport[] | string[];
  /** 统计表 · In tables */
  in_reports_xlsx: MonthlyReport[] | string[];
  /** 所属签字 · In signatures */
  in_signatures: VisitInspector[] | string[];
  /** 所属模板 · In templates */
  in_templates: DocumentTemplate[] | string[];
  /** 所属驻点记录 · In visits */
  in_visits: VisitsPhotos[] | string[];
  /** 拍摄时间 · Taken at */
  taken_at: string | null;
  /** 拍摄位置 · Taken where */
  taken_location: unknown;
}

/** Fields of ours in a collection of Directus. */
export interface DirectusUserExtras {
  /** 所属县（市、区） · County */
  county: County | string | null;
  /** 本人设置密码的时间 · Password chosen by its owner */
  password_chosen_at: string | null;
}

/** For `createDirectus<Schema>()`. */
export interface Schema {
  contacts: Contact[];
  counties: County[];
  deliveries: Delivery[];
  document_templates: DocumentTemplate[];
  documents: Document[];
  enterprises: Enterprise[];
  evaluations: Evaluation[];
  evaluations_files: EvaluationsFile[];
  hazard_events: HazardEvent[];
  hazards: Hazard[];
  hazards_photos_after: HazardsPhotosAfter[];
  hazards_photos_before: HazardsPhotosBefore[];
  inspectors: Inspector[];
  monthly_reports: MonthlyReport[];
  opening_balances: OpeningBalance[];
  outbox: Outbox[];
  report_events: ReportEvent[];
  report_periods: ReportPeriod[];
  settings: Settings;
  suspicions: Suspicion[];
  task_items: TaskItem[];
  task_lists: TaskList[];
  team_members: TeamMember[];
  teams: Team[];
  visit_events: VisitEvent[];
  visit_inspectors: VisitInspector[];
  visit_items: VisitItem[];
  visits: Visit[];
  visits_photos: VisitsPhotos[];
  directus_files: DirectusFileExtras;
  directus_users: DirectusUserExtras;
}
