/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 系统设置 · Settings */
export interface Settings {
  /** 签收时限（分钟） · Time to acknowledge (minutes) */
  acknowledge_minutes: number | null;
  /** 签收链接有效期（天） · Link valid for (days) */
  acknowledge_valid_days: number | null;
  /** 重大隐患直报邮箱 · Addresses for major hazards */
  city_office_emails: unknown;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
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
  statistics_since: Date | null;
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
