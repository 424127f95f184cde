/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 清单落实情况 · Visit items */
export interface VisitItem {
  /** 监督依据 · Basis */
  basis: string | null;
  /** 主要内容 · Content */
  content: string;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 编号 · ID */
  id: string;
  /** 落实情况 · Implementation */
  implementation: string | null;
  /** 存在问题描述 · Problem */
  problem: string | null;
  /** 落实结果 · Result */
  result: 'in_place' | 'partial' | 'missing' | 'not_applicable' | null;
  /** 序号 · No. */
  sort: number | null;
  /** 监督标准 · Standard */
  standard: string | null;
  /** 整改建议 · Suggestion */
  suggestion: string | null;
  /** 清单条目 · Task item */
  task_item: string | null;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 驻点记录 · Visit */
  visit: string;
}
