import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runPerItem } from '../shared/runPerItem.ts';
import { templateProperties } from '../shared/templateProperties.ts';
import { renderItem } from './renderItem.ts';

/** An Excel template and data in, an Excel workbook out. */
export class SpreadsheetTemplate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Spreadsheet Template',
		name: 'spreadsheetTemplate',
		icon: { light: 'file:../../icons/spreadsheetTemplate.svg', dark: 'file:../../icons/spreadsheetTemplate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["fileName"] }}',
		description: 'Fills an Excel template; all faults of a template are reported together',
		defaults: { name: 'Spreadsheet Template' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			...templateProperties('.xlsx', 'workbook'),
			{
				displayName:
					'A cell with one tag and a number format holds a number; everything else is text and never a formula. Sums of the template go over all rows of a list.',
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
