/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 月调度报告 · Monthly reports */
export interface MonthlyReport {
  /** 上次报送以来的更正 · Corrections since the last report */
  changes: unknown;
  /** 派驻企业单位 市级（家次） · Enterprises visited, city (visits) */
  city_enterprise_visits: number | null;
  /** 派出驻点监督人员 市级（人次） · City inspectors sent (person-visits) */
  city_person_visits: number | null;
  /** 联系人 · Contact */
  contact: string | null;
  /** 更正说明 · Reason for the correction */
  correction_reason: string | null;
  /** 县（市、区） · County */
  county: string;
  /** 派驻企业单位 县级（家次） · Enterprises visited, county (visits) */
  county_enterprise_visits: number | null;
  /** 派出驻点监督人员 县级（人次） · County inspectors sent (person-visits) */
  county_person_visits: number | null;
  /** 创建时间 · Created */
  date_created: Date | null;
  /** 修改时间 · Changed */
  date_updated: Date | null;
  /** 报告（Word） · Report (Word) */
  docx: string | null;
  /** 督促开展应急演练（次） · Emergency drills urged */
  drills_urged: number | null;
  /** 截止时间 · Due */
  due_at: Date | null;
  /** 填表日期 · Filled in on */
  filled_on: Date | null;
  /** 首次报送时间 · First submitted */
  first_submitted_at: Date | null;
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
  submitted_at: Date | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 督促开展警示教育（场次） · Warning educations urged (sessions) */
  warning_educations_urged: number | null;
  /** 统计表（Excel） · Table (Excel) */
  xlsx: string | null;
}
