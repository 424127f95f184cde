/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 期初数 · Opening balances */
export interface OpeningBalance {
  /** 截至日期 · As of */
  as_of: Date;
  /** 派驻企业单位 市级（家次） · Enterprises visited, city (visits) */
  city_enterprise_visits: number;
  /** 派出驻点监督人员 市级（人次） · City inspectors sent (person-visits) */
  city_person_visits: number;
  /** 县（市、区） · County */
  county: string;
  /** 派驻企业单位 县级（家次） · Enterprises visited, county (visits) */
  county_enterprise_visits: number;
  /** 派出驻点监督人员 县级（人次） · County inspectors sent (person-visits) */
  county_person_visits: number;
  /** 创建时间 · Created */
  date_created: Date | null;
  /** 修改时间 · Changed */
  date_updated: Date | null;
  /** 督促开展应急演练（次） · Emergency drills urged */
  drills_urged: number;
  /** 现场监督危险作业（次） · Hazardous work supervised on site */
  hazardous_work_supervised: number;
  /** 发现隐患（项） · Hazards found */
  hazards_found: number;
  /** 已整改（项） · Hazards rectified */
  hazards_rectified: number;
  /** 编号 · ID */
  id: string;
  /** 其中发现重大事故隐患（项） · Of these major hazards found */
  major_hazards_found: number;
  /** 重大事故隐患已整改（项） · Major hazards rectified */
  major_hazards_rectified: number;
  /** 督促召开“晨会”（次） · Morning meetings urged */
  morning_meetings_urged: number;
  /** 数据来源 · Source */
  note: string | null;
  /** 核查全员责任清单（人） · Responsibility lists checked (people) */
  responsibility_lists_checked: number;
  /** 督促落实有奖举报（万元） · Rewards for reports (10,000 yuan) */
  reward_amount_wan: string;
  /** 指导完善规章制度（条） · Rules improved (items) */
  rules_improved: number;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 督促开展警示教育（场次） · Warning educations urged (sessions) */
  warning_educations_urged: number;
}
