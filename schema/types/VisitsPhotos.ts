/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 驻点照片 · Visit photos */
export interface VisitsPhotos {
  /** 照片 · Photo */
  file: string;
  /** 编号 · ID */
  id: string;
  /** 排序 · Sort */
  sort: number | null;
  /** 驻点记录 · Visit */
  visit: string;
  /** 清单条目 · Checklist item */
  visit_item: string | null;
}
