/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 驻点组 · Teams */
export interface Team {
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 企业 · Enterprise */
  enterprise: string;
  /** 编号 · ID */
  id: string;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 起始日期 · From */
  valid_from: Date;
  /** 截止日期 · To */
  valid_to: Date | null;
}
