import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runPerItem } from '../shared/runPerItem.ts';
import { templateProperties } from '../shared/templateProperties.ts';
import { renderItem } from './renderItem.ts';

/** An Excel template and data in, an Excel workbook out. */
export class SpreadsheetTemplate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Excel 模板',
		name: 'spreadsheetTemplate',
		icon: { light: 'file:../../icons/spreadsheetTemplate.svg', dark: 'file:../../icons/spreadsheetTemplate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["fileName"] }}',
		description: 'Fills an Excel template; all faults of a template are reported together',
		defaults: { name: 'Excel 模板' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			...templateProperties('.xlsx', 'workbook'),
			{
				displayName:
					'只有一个标签且设了数字格式的单元格填数字，其余都填文本，从不填公式；模板中的合计包括列表的所有行。',
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
