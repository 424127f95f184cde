/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 清单条目 · Task items */
export interface TaskItem {
  /** 监督依据 · Basis */
  basis: string | null;
  /** 监督事项 · Content */
  content: string;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 编号 · ID */
  id: string;
  /** 序号 · No. */
  sort: number | null;
  /** 监督标准 · Standard */
  standard: string | null;
  /** 任务清单 · Task list */
  task_list: string;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
}
