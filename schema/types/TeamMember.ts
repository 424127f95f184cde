/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 驻点组成员 · Team members */
export interface TeamMember {
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 编号 · ID */
  id: string;
  /** 驻点人员 · Inspector */
  inspector: string;
  /** 组长 · Lead */
  is_lead: boolean;
  /** 驻点组 · Team */
  team: string;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}
