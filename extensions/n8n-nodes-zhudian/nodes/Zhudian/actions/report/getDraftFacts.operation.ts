import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

/** The facts of a county and month, for a narrative that a person edits. */
export const getDraftFacts: Operation = {
	resource: 'report',
	option: {
		name: '取得初稿数据',
		value: 'getDraftFacts',
		action: '取得月报初稿的数据',
		description: 'What the narrative of a county and month can be drafted from',
	},
	fields: [
		{
			displayName: '县（市、区）编号',
			name: 'county',
			type: 'string',
			default: '={{ $json.subject }}',
			required: true,
		},
		{
			displayName: '月份',
			name: 'period',
			type: 'string',
			default: '={{ $json.payload.period }}',
			required: true,
			description: 'A month such as 2026-11',
		},
	],
	async execute(context, itemIndex) {
		const text = (name: string): string => String(context.getNodeParameter(name, itemIndex, '') ?? '');
		const facts = await callZhudian<IDataObject>(context, {
			method: 'GET',
			path: '/zhudian/reports/draft-facts',
			query: { county: text('county'), period: text('period') },
		});
		return [{ json: { facts } }];
	},
};
