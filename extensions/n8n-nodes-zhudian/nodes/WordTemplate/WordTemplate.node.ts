import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runPerItem } from '../shared/runPerItem.ts';
import { templateProperties } from '../shared/templateProperties.ts';
import { renderItem } from './renderItem.ts';

/** A Word template and data in, a Word document out. */
export class WordTemplate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Word 模板',
		name: 'wordTemplate',
		icon: { light: 'file:../../icons/wordTemplate.svg', dark: 'file:../../icons/wordTemplate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["fileName"] }}',
		description: 'Fills a Word template; all faults of a template are reported together',
		defaults: { name: 'Word 模板' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			...templateProperties('.docx', 'document'),
			{
				displayName: '图片取自名为“image_编号”的二进制字段：模板中的 {%名称} 显示数据中该名称所写编号的图片。',
				name: 'notice',
				type: 'notice',
				default: '',
			},
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runPerItem(this, async (itemIndex) => [await renderItem(this, itemIndex)]);
	}
}
