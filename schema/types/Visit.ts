/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 驻点记录 · Visits */
export interface Visit {
  /** 到达时间 · Arrived */
  arrived_at: Date | null;
  /** 表单标识 · Form key */
  client_key: string | null;
  /** 更正原因 · Reason for the correction */
  correction_reason: string | null;
  /** 县（市、区） · County */
  county: string | null;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 督促开展应急演练（次） · Drills urged */
  drills_urged: number;
  /** 驻点企业 · Enterprise */
  enterprise: string;
  /** 经验做法 · Good practice */
  good_practice: string | null;
  /** 现场监督危险作业（次） · Hazardous work supervised */
  hazardous_work_supervised: number;
  /** 编号 · ID */
  id: string;
  /** 非本组人员参加的原因 · Why somebody outside the team came */
  inspectors_reason: string | null;
  /** 离开时间 · Left */
  left_at: Date | null;
  /** 签到位置 · Location */
  location: unknown;
  /** 驻点监督任务开展情况 · What was done */
  log: string | null;
  /** 督促召开“晨会”（次） · Morning meetings urged */
  morning_meetings_urged: number;
  /** 备注 · Remarks */
  remarks: string | null;
  /** 核查全员责任清单（人） · Responsibility lists checked (people) */
  responsibility_lists_checked: number;
  /** 最近一次提交时间 · Last submitted at */
  resubmitted_at: Date | null;
  /** 退回原因 · Reason for returning */
  return_reason: string | null;
  /** 督促落实有奖举报（万元） · Rewards for reports (10,000 yuan) */
  reward_amount_wan: string;
  /** 指导完善规章制度（条） · Rules improved */
  rules_improved: number;
  /** 状态 · Status */
  status: 'draft' | 'submitted' | 'returned' | 'locked' | 'void';
  /** 首次提交时间 · First submitted at */
  submitted_at: Date | null;
  /** 驻点组 · Team */
  team: string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 可见账号 · Visible to */
  visible_to: string | null;
  /** 驻点日期 · Date */
  visited_on: Date;
  /** 作废原因 · Reason for voiding */
  void_reason: string | null;
  /** 督促开展警示教育（场次） · Warning educations urged */
  warning_educations_urged: number;
}
