import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runPerItem } from '../shared/runPerItem.ts';
import { templateProperties } from '../shared/templateProperties.ts';
import { renderItem } from './renderItem.ts';

/** A Word template and data in, a Word document out. */
export class WordTemplate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Word Template',
		name: 'wordTemplate',
		icon: { light: 'file:../../icons/wordTemplate.svg', dark: 'file:../../icons/wordTemplate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["fileName"] }}',
		description: 'Fills a Word template; all faults of a template are reported together',
		defaults: { name: 'Word Template' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			...templateProperties('.docx', 'document'),
			{
				displayName:
					'Binary properties named image_ and a key are the pictures: {%name} in the template shows the one whose key the data has under that name.',
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
