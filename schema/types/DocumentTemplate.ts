/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 文书模板 · Document templates */
export interface DocumentTemplate {
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 模板文件（.docx、.xlsx） · File */
  file: string | null;
  /** 编号 · ID */
  id: string;
  /** 标识 · Key */
  key: string;
  /** 名称 · Name */
  name: string;
  /** 状态 · Status */
  status: 'draft' | 'in_force' | 'retired';
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 版本 · Version */
  version: string;
}
