/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 评估附件 · Evaluation attachments */
export interface EvaluationsFile {
  /** 评估 · Evaluation */
  evaluation: string;
  /** 文件 · File */
  file: string;
  /** 编号 · ID */
  id: string;
  /** 排序 · Sort */
  sort: number | null;
}
