import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';
import { documentKinds } from './documentKinds.ts';

/** Stores a rendered document in Directus and attaches it to its subject. Storing the same bytes twice is one document. */
export const storeDocument: Operation = {
	resource: 'document',
	option: {
		name: 'Store',
		value: 'store',
		action: 'Store a document',
		description: 'The same content stored twice is one document',
	},
	fields: [
		{
			displayName: 'Kind',
			name: 'kind',
			type: 'options',
			options: documentKinds,
			default: 'major_hazard_report',
		},
		{
			displayName: 'Hazard ID',
			name: 'hazardId',
			type: 'string',
			default: '',
			description: 'The hazard the document belongs to; empty for none',
		},
		{
			displayName: 'Visit ID',
			name: 'visitId',
			type: 'string',
			default: '',
			description: 'The visit the document belongs to; empty for none',
		},
		{
			displayName: 'Monthly Report ID',
			name: 'reportId',
			type: 'string',
			default: '',
			description: 'The monthly report the document belongs to; empty for none',
		},
		{
			displayName: 'Month',
			name: 'period',
			type: 'string',
			default: '',
			description: 'The month the document is about, such as 2026-11; empty for none',
		},
		{
			displayName: 'Request ID',
			name: 'requestId',
			type: 'string',
			default: '',
			description: 'The request the document answers; empty for none',
		},
		{
			displayName: 'Input Binary Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'document',
			required: true,
			hint: 'Name of the binary property that holds the document',
		},
		{
			displayName: 'File Name',
			name: 'filename',
			type: 'string',
			default: '',
			description: 'Empty for the name the file has',
		},
		{
			displayName: 'Template Version',
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
