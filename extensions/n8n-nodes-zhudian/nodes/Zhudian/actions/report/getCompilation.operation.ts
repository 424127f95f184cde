import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

/** What the city's compilation of a month is made from. */
export const getCompilation: Operation = {
	resource: 'report',
	option: {
		name: '取得汇总数据',
		value: 'getCompilation',
		action: '取得全市汇总的数据',
		description: 'All counties of a month; nothing when that compilation is filed already, or before its time',
	},
	fields: [
		{
			displayName: '月份',
			name: 'period',
			type: 'string',
			default: '={{ $json.payload.period }}',
			required: true,
			description: 'A month such as 2026-11',
		},
		{
			displayName: '提前汇总',
			name: 'asked',
			type: 'boolean',
			default: '={{ $json.payload.asked === true }}',
			description: 'Whether to compile although the month is not due and not everybody has reported',
		},
	],
	async execute(context, itemIndex) {
		const period = String(context.getNodeParameter('period', itemIndex));
		const asked = context.getNodeParameter('asked', itemIndex, false) === true;
		const data = await callZhudian<IDataObject | null>(context, {
			method: 'GET',
			path: '/zhudian/reports/compilation',
			query: { period, asked: String(asked) },
		});
		return data === null ? [] : [{ json: data }];
	},
};
