import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

/** Begins a county's report of a month with drafted words. */
export const saveDraft: Operation = {
	resource: 'report',
	option: {
		name: '保存初稿',
		value: 'saveDraft',
		action: '保存月报初稿',
		description: 'Begins the report where nobody has; what a person has written is never touched',
	},
	fields: [
		{
			displayName: '县（市、区）编号',
			name: 'county',
			type: 'string',
			default: '={{ $json.facts.county.id }}',
			required: true,
		},
		{
			displayName: '月份',
			name: 'period',
			type: 'string',
			default: '={{ $json.facts.period }}',
			required: true,
		},
		{
			displayName: '工作进展',
			name: 'progress',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '={{ $json.progress }}',
			description: '工作进展',
		},
		{
			displayName: '问题困难',
			name: 'problems',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '={{ $json.problems }}',
			description: '问题困难',
		},
		{
			displayName: '经验做法',
			name: 'practices',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '={{ $json.practices }}',
			description: '经验做法',
		},
	],
	async execute(context, itemIndex) {
		const text = (name: string): string => String(context.getNodeParameter(name, itemIndex, '') ?? '');
		const saved = await callZhudian<IDataObject>(context, {
			method: 'POST',
			path: '/zhudian/reports/draft',
			body: Object.fromEntries(
				['county', 'period', 'progress', 'problems', 'practices'].map((name) => [name, text(name)]),
			),
		});
		return [{ json: saved }];
	},
};
