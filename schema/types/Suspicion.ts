/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 可疑记录 · Suspicious records */
export interface Suspicion {
  /** 县（市、区） · County */
  county: string;
  /** 创建时间 · Created */
  date_created: Date | null;
  /** 修改时间 · Changed */
  date_updated: Date | null;
  /** 处理时间 · Settled at */
  dismissed_at: Date | null;
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
  visit: string | null;
}
