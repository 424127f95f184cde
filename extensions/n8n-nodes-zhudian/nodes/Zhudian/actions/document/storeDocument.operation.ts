import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';
import { documentKinds } from './documentKinds.ts';

/** Stores a rendered document in Directus and attaches it to its subject. Storing the same bytes twice is one document. */
export const storeDocument: Operation = {
	resource: 'document',
	option: {
		name: '归档',
		value: 'store',
		action: '归档文书',
		description: 'The same content stored twice is one document',
	},
	fields: [
		{
			displayName: '种类',
			name: 'kind',
			type: 'options',
			options: documentKinds,
			default: 'major_hazard_report',
		},
		{
			displayName: '隐患编号',
			name: 'hazardId',
			type: 'string',
			default: '',
			description: 'The hazard the document belongs to; empty for none',
		},
		{
			displayName: '驻点记录编号',
			name: 'visitId',
			type: 'string',
			default: '',
			description: 'The visit the document belongs to; empty for none',
		},
		{
			displayName: '月报编号',
			name: 'reportId',
			type: 'string',
			default: '',
			description: 'The monthly report the document belongs to; empty for none',
		},
		{
			displayName: '月份',
			name: 'period',
			type: 'string',
			default: '',
			description: 'The month the document is about, such as 2026-11; empty for none',
		},
		{
			displayName: '申请编号',
			name: 'requestId',
			type: 'string',
			default: '',
			description: 'The request the document answers; empty for none',
		},
		{
			displayName: '输入文件所在字段',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'document',
			required: true,
			hint: '文书所在的二进制字段名',
		},
		{
			displayName: '文件名',
			name: 'filename',
			type: 'string',
			default: '',
			description: 'Empty for the name the file has',
		},
		{
			displayName: '模板版本',
			name: 'templateVersion',
			type: 'string',
			default: '={{ $json.template_version }}',
		},
	],
	async execute(context, itemIndex) {
		const text = (name: string): string => String(context.getNodeParameter(name, itemIndex, '') ?? '');
		const property = text('binaryPropertyName');
		const file = context.helpers.assertBinaryData(itemIndex, property);
		const bytes = await context.helpers.getBinaryDataBuffer(itemIndex, property);
		const stored = await callZhudian<IDataObject>(context, {
			method: 'POST',
			path: '/zhudian/documents',
			body: {
				kind: text('kind'),
				request: text('requestId') || undefined,
				hazard: text('hazardId') || undefined,
				visit: text('visitId') || undefined,
				monthly_report: text('reportId') || undefined,
				period: text('period') || undefined,
				filename: text('filename') || file.fileName || `${text('kind')}.docx`,
				template_version: text('templateVersion') || undefined,
				content: bytes.toString('base64'),
			},
		});
		const item = context.getInputData()[itemIndex];
		return [{ json: { ...item?.json, stored }, binary: item?.binary }];
	},
};
