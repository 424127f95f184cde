import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

/** What the documents and mails of a monthly report are composed from. */
export const getMonthlyReportData: Operation = {
	resource: 'report',
	option: {
		name: '取得数据',
		value: 'getData',
		action: '取得月报的数据',
		description:
			'Facts, texts for mails, and the data of the Word and Excel templates; nothing when it has gone on since the event',
	},
	fields: [
		{
			displayName: '月报编号',
			name: 'reportId',
			type: 'string',
			default: '={{ $json.subject }}',
			required: true,
		},
		{
			displayName: '第几次报送',
			name: 'submission',
			type: 'string',
			default: '={{ $json.payload.submission }}',
			description: 'Number of the submission that the event is about; empty for the newest',
		},
	],
	async execute(context, itemIndex) {
		const text = (name: string): string => String(context.getNodeParameter(name, itemIndex, '') ?? '');
		const submission = text('submission');
		const data = await callZhudian<IDataObject | null>(context, {
			method: 'GET',
			path: `/zhudian/reports/${encodeURIComponent(text('reportId'))}/report-data`,
			query: submission === '' ? {} : { submission },
		});
		return data === null ? [] : [{ json: data }];
	},
};
