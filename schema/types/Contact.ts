/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 月调度联系人 · Contacts */
export interface Contact {
  /** 县（市、区） · County */
  county: string;
  /** 创建时间 · Created */
  date_created: Date | null;
  /** 修改时间 · Changed */
  date_updated: Date | null;
  /** 电子邮箱 · E-mail */
  email: string | null;
  /** 编号 · ID */
  id: string;
  /** 主要联系人 · Primary contact */
  is_primary: boolean;
  /** 姓名 · Name */
  name: string;
  /** 联系方式 · Phone */
  phone: string;
  /** 单位、职务 · Unit and position */
  position: string | null;
  /** 状态 · Status */
  status: 'active' | 'archived';
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}
