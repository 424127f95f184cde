import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runPerItem } from '../shared/runPerItem.ts';
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
			{
				displayName: 'Template Field',
				name: 'templateProperty',
				type: 'string',
				default: 'template',
				required: true,
				hint: 'Name of the binary property that holds the .docx template',
			},
			{
				displayName: 'Data Field',
				name: 'dataField',
				type: 'string',
				default: 'document',
				description: 'Name of the JSON field that holds what the tags are filled with; empty for the whole item',
				hint: 'What is missing in it stays blank in the document',
			},
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '={{ $json.filename }}',
				required: true,
			},
			{
				displayName: 'Put Output File in Field',
				name: 'binaryPropertyName',
				type: 'string',
				default: 'document',
				required: true,
				description: 'Name of the binary property to add',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					{
						displayName: 'Keep Template and Images',
						name: 'keepInputs',
						type: 'boolean',
						default: false,
						description: 'Whether the item keeps the binary properties the document was made from',
					},
				],
			},
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
