import { downloadZhudian } from '../../../shared/downloadZhudian.ts';
import type { Operation } from '../Operation.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Adds the Word template in force to the item, which otherwise stays as it came. */
export const downloadTemplate: Operation = {
	resource: 'template',
	option: {
		name: 'Download',
		value: 'download',
		action: 'Download a word template',
		description: 'The version in force; the built-in one when none is',
	},
	fields: [
		{
			displayName: 'Template Key',
			name: 'templateKey',
			type: 'string',
			default: 'major_hazard_report',
			required: true,
		},
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'template',
			required: true,
			description: 'Name of the binary property to add',
		},
	],
	async execute(context, itemIndex) {
		const key = String(context.getNodeParameter('templateKey', itemIndex));
		const property = context.getNodeParameter('binaryPropertyName', itemIndex);
		const { bytes, headers } = await downloadZhudian(context, `/zhudian/templates/${encodeURIComponent(key)}/file`);
		const version = decodeURIComponent(headers['x-zhudian-template-version'] ?? '');
		const item = context.getInputData()[itemIndex];
		return [
			{
				json: { ...item?.json, template_version: version },
				binary: {
					...item?.binary,
					[property]: await context.helpers.prepareBinaryData(bytes, `${key}.docx`, DOCX),
				},
			},
		];
	},
};
