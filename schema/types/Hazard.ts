/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

/** 隐患 · Hazards */
export interface Hazard {
  /** 对签收提出异议的时间 · Confirmation disputed */
  acknowledge_disputed_at: Date | null;
  /** 市级签收时间 · Acknowledged at */
  acknowledged_at: Date | null;
  /** 签收人 · Acknowledged by */
  acknowledged_by: string | null;
  /** 签收时的网络地址 · Network address */
  acknowledged_from: string | null;
  /** 签收所用链接的收件人 · Link of */
  acknowledged_link: string | null;
  /** 签收登录账号 · Login that acknowledged */
  acknowledged_login: string | null;
  /** 表单标识 · Form key */
  client_key: string | null;
  /** 更正原因 · Reason for the correction */
  correction_reason: string | null;
  /** 县（市、区） · County */
  county: string | null;
  /** 创建时间 · Created at */
  date_created: Date | null;
  /** 修改时间 · Changed at */
  date_updated: Date | null;
  /** 整改时限 · Deadline */
  deadline: Date | null;
  /** 隐患描述 · Description */
  description: string;
  /** 企业 · Enterprise */
  enterprise: string;
  /** 发现日期 · Found on */
  found_on: Date | null;
  /** 整改资金 · Funds */
  funds: string | null;
  /** 编号 · ID */
  id: string;
  /** 认定为重大的时间 · Major since */
  major_since: Date | null;
  /** 整改措施 · Measures */
  measures: string | null;
  /** 具体位置 · Place */
  place: string | null;
  /** 应急预案 · Contingency plan */
  plan: string | null;
  /** 整改情况 · What was done */
  rectification: string | null;
  /** 登记整改的人 · Who recorded the rectification */
  rectified_by: string | null;
  /** 整改完成日期 · Rectified on */
  rectified_on: Date | null;
  /** 直报时间 · Reported at */
  reported_at: Date | null;
  /** 整改责任人 · Responsible person */
  responsible_person: string | null;
  /** 隐患级别 · Severity */
  severity: 'general' | 'major';
  /** 整改状态 · Status */
  status: 'open' | 'rectifying' | 'rectified' | 'verified' | 'void';
  /** 隐患名称 · Title */
  title: string;
  /** 创建人 · Created by */
  user_created: string | null;
  /** 修改人 · Changed by */
  user_updated: string | null;
  /** 核验情况 · What was seen */
  verification: string | null;
  /** 核验人 · Verified by */
  verified_by: string | null;
  /** 核验人（县级工作人员） · Verified by (office) */
  verified_officer: string | null;
  /** 核验日期 · Verified on */
  verified_on: Date | null;
  /** 驻点记录 · Visit */
  visit: string | null;
  /** 清单条目 · Visit item */
  visit_item: string | null;
  /** 作废原因 · Reason for voiding */
  void_reason: string | null;
}
