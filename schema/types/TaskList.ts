/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 任务清单 · Task lists */
export interface TaskList {
  /** 县（市、区） · County */
  county: string | null;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 企业 · Enterprise */
  enterprise: string | null;
  /** 适用企业类型 · Type of enterprise */
  enterprise_type: string | null;
  /** 编号 · ID */
  id: string;
  /** 清单名称 · Name */
  name: string;
  /** 适用范围 · Scope */
  scope: 'city' | 'county' | 'enterprise';
  /** 状态 · Status */
  status: 'draft' | 'published' | 'retired';
  /** 替代的旧版 · Supersedes */
  supersedes: string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 生效日期 · From */
  valid_from: Date | null;
  /** 失效日期 · To */
  valid_to: Date | null;
  /** 版本 · Version */
  version: string | null;
}
