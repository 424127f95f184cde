/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 报告流转记录 · Report events */
export interface ReportEvent {
  /** 操作人的账号 · Login */
  actor: string | null;
  /** 操作人 · Who */
  actor_name: string | null;
  /** 时间 · Time */
  at: Date;
  /** 创建时间 · Created */
  date_created: Date | null;
  /** 修改时间 · Changed */
  date_updated: Date | null;
  /** 原状态 · From */
  from: 'draft' | 'submitted' | 'returned' | 'accepted' | null;
  /** 编号 · ID */
  id: string;
  /** 说明 · Note */
  note: string | null;
  /** 月调度报告 · Report */
  report: string;
  /** 新状态 · To */
  to: 'draft' | 'submitted' | 'returned' | 'accepted' | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}
