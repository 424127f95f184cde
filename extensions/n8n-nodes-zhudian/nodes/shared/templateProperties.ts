import type { INodeProperties } from 'n8n-workflow';

/** What every node asks that fills a template: where the template and the data are, and where the file goes. */
export function templateProperties(extension: '.docx' | '.xlsx', output: string): INodeProperties[] {
	return [
		{
			displayName: 'Template Field',
			name: 'templateProperty',
			type: 'string',
			default: 'template',
			required: true,
			hint: `Name of the binary property that holds the ${extension} template`,
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
			default: output,
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
	];
}
