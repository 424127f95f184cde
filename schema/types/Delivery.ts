/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 邮件台账 · Mail ledger */
export interface Delivery {
  /** 附件 · Attachments */
  attachments: unknown;
  /** 尝试次数 · Attempts */
  attempts: number;
  /** 正文（HTML） · HTML */
  body: string | null;
  /** 正文（纯文本） · Text */
  body_text: string | null;
  /** 抄送 · Cc */
  cc: unknown;
  /** 占用标识 · Claim */
  claim: string | null;
  /** 撰写 · Composed by */
  composed_by: 'n8n' | 'watchdog' | null;
  /** 开始传输 · Data started at */
  data_started_at: Date | null;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 错误 · Error */
  error: string | null;
  /** 隐患 · Hazard */
  hazard: string | null;
  /** 编号 · ID */
  id: string;
  /** 唯一键 · Key */
  key: string;
  /** 种类 · Kind */
  kind: 'major_hazard' | 'unacknowledged' | 'copy' | 'evaluation' | 'operations' | 'report' | 'reminder';
  /** 占用至 · Leased until */
  lease_until: Date | null;
  /** Message-ID · Message-ID */
  message_id: string | null;
  /** 下次尝试 · Next attempt */
  next_attempt_at: Date | null;
  /** 尚未接受的收件人 · Remaining recipients */
  remaining: unknown;
  /** 未知结果后的重发 · Repeats */
  repeats: number;
  /** 服务器应答 · Response */
  response: string | null;
  /** 发出时间 · Sent at */
  sent_at: Date | null;
  /** 状态 · Status */
  status: 'pending' | 'sending' | 'sent' | 'retry' | 'unknown' | 'dead' | 'closed';
  /** 主题 · Subject */
  subject: string | null;
  /** 收件人 · To */
  to: unknown;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}
