/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 隐患流转记录 · Hazard events */
export interface HazardEvent {
  /** 操作人的账号 · Login */
  actor: string | null;
  /** 操作人 · Who */
  actor_name: string | null;
  /** 时间 · At */
  at: Date;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 原状态 · From */
  from: 'open' | 'rectifying' | 'rectified' | 'verified' | 'void' | null;
  /** 隐患 · Hazard */
  hazard: string;
  /** 编号 · ID */
  id: string;
  /** 说明 · Note */
  note: string | null;
  /** 新状态 · To */
  to: 'open' | 'rectifying' | 'rectified' | 'verified' | 'void' | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}
