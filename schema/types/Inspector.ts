/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 驻点人员 · Inspectors */
export interface Inspector {
  /** 所属县（市、区） · County */
  county: string | null;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 电子邮箱 · E-mail */
  email: string | null;
  /** 编号 · ID */
  id: string;
  /** 派出层级 · Level */
  level: 'city' | 'county';
  /** 姓名 · Name */
  name: string;
  /** 工作单位 · Organisation */
  organisation: string | null;
  /** 联系电话 · Telephone */
  phone: string | null;
  /** 职务 · Position */
  position: string | null;
  /** 状态 · Status */
  status: 'active' | 'inactive';
  /** 登录账号 · Login */
  user: string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}
