/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 报送时限 · Report periods */
export interface ReportPeriod {
  /** 创建时间 · Created */
  date_created: Date | null;
  /** 修改时间 · Changed */
  date_updated: Date | null;
  /** 报送截止时间 · Due */
  due_at: Date;
  /** 编号 · ID */
  id: string;
  /** 依据或说明 · Reason */
  note: string | null;
  /** 月份 · Month */
  period: string;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}
