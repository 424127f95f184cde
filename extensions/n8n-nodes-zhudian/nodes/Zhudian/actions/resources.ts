import type { INodePropertyOptions } from 'n8n-workflow';

/** What the Zhudian node works on, in the order of the list. */
export const resources: INodePropertyOptions[] = [
	{ name: '文书', value: 'document' },
	{ name: '评估', value: 'evaluation' },
	{ name: '事件', value: 'event' },
	{ name: '隐患', value: 'hazard' },
	{ name: '系统状态', value: 'health' },
	{ name: '条目', value: 'item' },
	{ name: '月报', value: 'report' },
	{ name: '提醒', value: 'reminder' },
	{ name: '模板', value: 'template' },
];
