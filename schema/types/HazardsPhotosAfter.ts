/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 整改后照片 · Photos after */
export interface HazardsPhotosAfter {
  /** 照片 · Photo */
  file: string;
  /** 隐患 · Hazard */
  hazard: string;
  /** 编号 · ID */
  id: string;
  /** 排序 · Sort */
  sort: number | null;
}
