import { OFFICE_FILES } from '@zhudian/core/documents/Office.ts';
import { templateOf } from '@zhudian/core/documents/templateOf.ts';

import { downloadZhudian } from '../../../shared/downloadZhudian.ts';
import type { Operation } from '../Operation.ts';

/** Adds the Word or Excel template in force to the item, which otherwise stays as it came. */
export const downloadTemplate: Operation = {
	resource: 'template',
	option: {
		name: '下载',
		value: 'download',
		action: '下载启用中的模板',
		description: 'The version in force; the built-in one when none is',
	},
	fields: [
		{
			displayName: '模板种类',
			name: 'templateKey',
			type: 'string',
			default: 'major_hazard_report',
			required: true,
			hint: '以 _xlsx 结尾的是 Excel 模板',
		},
		{
			displayName: '输出文件放入字段',
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
		const { extension, mime } = OFFICE_FILES[templateOf(key)?.office ?? 'Word'];
		const item = context.getInputData()[itemIndex];
		return [
			{
				json: { ...item?.json, template_version: version },
				binary: {
					...item?.binary,
					[property]: await context.helpers.prepareBinaryData(bytes, `${key}${extension}`, mime),
				},
			},
		];
	},
};
