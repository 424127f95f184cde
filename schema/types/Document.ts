/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 文书 · Documents */
export interface Document {
  /** 县（市、区） · County */
  county: string | null;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 已完成份数 · Done */
  done: number | null;
  /** 企业 · Enterprise */
  enterprise: string | null;
  /** 错误 · Error */
  error: string | null;
  /** 评估 · Evaluation */
  evaluation: string | null;
  /** 文件 · File */
  file: string | null;
  /** 隐患 · Hazard */
  hazard: string | null;
  /** 编号 · ID */
  id: string;
  /** 内容指纹 · Hash */
  input_hash: string | null;
  /** 种类 · Kind */
  kind: 'roster' | 'task_list' | 'work_log' | 'statistics' | 'contacts' | 'major_hazard_report' | 'rectification_notice' | 'county_report' | 'city_report' | 'evaluation' | 'reminder' | 'visit_batch';
  /** 月调度报告 · Monthly report */
  monthly_report: string | null;
  /** 文号 · Number */
  number: string | null;
  /** 月份 · Month */
  period: string | null;
  /** 状态 · Status */
  status: 'requested' | 'ready' | 'failed';
  /** 模板 · Template */
  template: string | null;
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
  visit: string | null;
}
