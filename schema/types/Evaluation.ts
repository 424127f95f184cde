/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 季度评估与督查 · Evaluations and inspections */
export interface Evaluation {
  /** 县（市、区） · County */
  county: string;
  /** 创建时间 · Created */
  date_created: Date | null;
  /** 修改时间 · Changed */
  date_updated: Date | null;
  /** 评估（督查）日期 · Date */
  evaluated_on: Date;
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
  replied_on: Date | null;
  /** 整改反馈期限 · Reply due */
  reply_due: Date | null;
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
