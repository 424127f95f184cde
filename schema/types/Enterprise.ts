/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 驻点企业 · Enterprises */
export interface Enterprise {
  /** 生产地址 · Address */
  address: string | null;
  /** 所属县（市、区） · County */
  county: string;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 企业类型 · Type */
  enterprise_type: string | null;
  /** 编号 · ID */
  id: string;
  /** 行业领域 · Industry */
  industry: string | null;
  /** 最近驻点 · Last visit */
  last_visited_on: Date | null;
  /** 法定代表人 · Legal representative */
  legal_representative: string | null;
  /** 位置 · Location */
  location: unknown;
  /** 企业名称 · Name */
  name: string;
  /** 联系电话 · Telephone */
  phone: string | null;
  /** 风险等级 · Risk level */
  risk_level: 'red' | 'orange' | 'yellow' | 'blue' | null;
  /** 安全负责人 · Safety manager */
  safety_manager: string | null;
  /** 生产状态 · Status */
  status: 'active' | 'suspended' | 'closed';
  /** 统一社会信用代码 · Unified social credit code */
  uscc: string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 可见账号 · Visible to */
  visible_to: string | null;
  /** 本月已驻点 · Visited this month */
  visited_this_month: boolean;
}
