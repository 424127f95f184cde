import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';
import { downloadPhotos } from './downloadPhotos.ts';
import type { ReportData } from './ReportData.ts';

/** Everything a major hazard report is composed from, gathered by Directus in one answer. */
export const getReportData: Operation = {
	resource: 'hazard',
	option: {
		name: '取得报告数据',
		value: 'getReportData',
		action: '取得隐患的报告数据',
		description: 'Facts, recipients, and the data of the Word report',
	},
	fields: [
		{
			displayName: '隐患编号',
			name: 'hazardId',
			type: 'string',
			default: '={{ $json.subject }}',
			required: true,
		},
		{
			displayName: '事件编号',
			name: 'event',
			type: 'string',
			default: '={{ $json.seq }}',
			description: 'Number of the outbox event reported on; empty for the state of now',
		},
		{
			displayName: '下载照片',
			name: 'downloadPhotos',
			type: 'boolean',
			default: true,
			description:
				'Whether to add each photo as the binary property image_ and its file ID; one that fails is left out and named in photo_faults',
		},
	],
	async execute(context, itemIndex) {
		const id = encodeURIComponent(String(context.getNodeParameter('hazardId', itemIndex)));
		const event = String(context.getNodeParameter('event', itemIndex, ''));
		const data = await callZhudian<ReportData & IDataObject>(context, {
			method: 'GET',
			path: `/zhudian/hazards/${id}/report-data`,
			query: event === '' ? {} : { event },
		});
		const item: INodeExecutionData = { json: data };
		if (context.getNodeParameter('downloadPhotos', itemIndex) !== true) return [item];
		const { binary, faults } = await downloadPhotos(context, data.facts.photos);
		return [{ json: { ...data, photo_faults: faults }, binary }];
	},
};
