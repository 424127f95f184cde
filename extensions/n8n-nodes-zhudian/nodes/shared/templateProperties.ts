import type { INodeProperties } from 'n8n-workflow';

/** What every node asks that fills a template: where the template and the data are, and where the file goes. */
export function templateProperties(extension: '.docx' | '.xlsx', output: string): INodeProperties[] {
	return [
		{
			displayName: '模板所在字段',
			name: 'templateProperty',
			type: 'string',
			default: 'template',
			required: true,
			hint: `${extension} 模板所在的二进制字段名`,
		},
		{
			displayName: '数据所在字段',
			name: 'dataField',
			type: 'string',
			default: 'document',
			description: 'Name of the JSON field that holds what the tags are filled with; empty for the whole item',
			hint: '其中没有的内容，在文书中留空',
		},
		{
			displayName: '文件名',
			name: 'fileName',
			type: 'string',
			default: '={{ $json.filename }}',
			required: true,
		},
		{
			displayName: '输出文件放入字段',
			name: 'binaryPropertyName',
			type: 'string',
			default: output,
			required: true,
			description: 'Name of the binary property to add',
		},
		{
			displayName: '选项',
			name: 'options',
			type: 'collection',
			placeholder: '增加选项',
			default: {},
			options: [
				{
					displayName: '保留模板和图片',
					name: 'keepInputs',
					type: 'boolean',
					default: false,
					description: 'Whether the item keeps the binary properties the document was made from',
				},
			],
		},
	];
}
