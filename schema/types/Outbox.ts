/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 事件队列 · Outbox */
export interface Outbox {
  /** 尝试次数 · Attempts */
  attempts: number;
  /** 可领取时间 · Available at */
  available_at: Date | null;
  /** 占用标识 · Claim */
  claim: string | null;
  /** 领取者 · Claimed by */
  claimed_by: string | null;
  /** 产生时间 · Created at */
  created_at: Date | null;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 完成时间 · Done at */
  done_at: Date | null;
  /** 错误 · Error */
  error: string | null;
  /** 编号 · ID */
  id: string;
  /** 唯一键 · Key */
  key: string;
  /** 占用至 · Leased until */
  lease_until: Date | null;
  /** 内容 · Payload */
  payload: unknown;
  /** 序号 · Number */
  seq: string | null;
  /** 对象 · Subject */
  subject: string | null;
  /** 主题 · Topic */
  topic: string;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}
