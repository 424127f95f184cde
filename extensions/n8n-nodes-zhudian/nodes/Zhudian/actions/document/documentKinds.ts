import type { INodePropertyOptions } from 'n8n-workflow';

/** The kinds of the `documents` collection. */
export const documentKinds: INodePropertyOptions[] = [
	{ name: '全市汇总', value: 'city_report' },
	{ name: '联络表', value: 'contacts' },
	{ name: '月报', value: 'county_report' },
	{ name: '评估', value: 'evaluation' },
	{ name: '重大隐患报告', value: 'major_hazard_report' },
	{ name: '整改通知', value: 'rectification_notice' },
	{ name: '提醒', value: 'reminder' },
	{ name: '企业名单', value: 'roster' },
	{ name: '统计表', value: 'statistics' },
	{ name: '任务清单', value: 'task_list' },
	{ name: '工作日志', value: 'work_log' },
];
