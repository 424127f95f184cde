/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 县（市、区） · Counties */
export interface County {
  /** 行政区划代码 · Code */
  code: string;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 发文机关代字 · Prefix of document numbers */
  document_prefix: string | null;
  /** 工作邮箱 · E-mail */
  email: string | null;
  /** 编号 · ID */
  id: string;
  /** 名称 · Name */
  name: string;
  /** 主管部门 · Office */
  office: string | null;
  /** 排序 · Sort */
  sort: number | null;
  /** 状态 · Status */
  status: 'active' | 'inactive';
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}
