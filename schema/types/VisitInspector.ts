/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 到场人员 · Inspectors present */
export interface VisitInspector {
  /** 提出签字异议的时间 · Signature contested */
  contested_at: Date | null;
  /** 签字异议的理由 · Why it is contested */
  contested_reason: string | null;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 编号 · ID */
  id: string;
  /** 驻点人员 · Inspector */
  inspector: string;
  /** 当日层级 · Level on that day */
  level: 'city' | 'county' | null;
  /** 签字 · Signature */
  signature: string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 驻点记录 · Visit */
  visit: string;
}
