import type { INodeProperties } from 'n8n-workflow';

/** The fields of a mail, in the order they are filled in. */
export const mailProperties: INodeProperties[] = [
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '={{ $json.key }}',
		required: true,
		description: 'Two mails with the same key are one: a run tried again sends nothing twice',
	},
	{
		displayName: 'Kind',
		name: 'kind',
		type: 'options',
		default: 'major_hazard',
		options: [
			{ name: 'Evaluation', value: 'evaluation' },
			{ name: 'Major Hazard', value: 'major_hazard' },
			{ name: 'Operations', value: 'operations' },
			{ name: 'Report', value: 'report' },
			{ name: 'Unacknowledged', value: 'unacknowledged' },
		],
	},
	{
		displayName: 'Hazard ID',
		name: 'hazardId',
		type: 'string',
		default: '',
		displayOptions: { hide: { kind: ['evaluation', 'operations'] } },
		description: 'The hazard reported on',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. office@city.example',
		description: 'Comma-separated addresses, or a list from an expression',
	},
	{
		displayName: 'Cc',
		name: 'cc',
		type: 'string',
		default: '',
		description: 'Comma-separated addresses, or a list from an expression',
	},
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		default: '',
		required: true,
	},
	{
		displayName: 'HTML',
		name: 'html',
		type: 'string',
		typeOptions: { rows: 10 },
		default: '',
		required: true,
	},
	{
		displayName: 'Attachment Fields',
		name: 'attachments',
		type: 'string',
		default: 'document',
		description: 'Comma-separated names of binary properties; those the item does not have are left out',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Text',
				name: 'text',
				type: 'string',
				typeOptions: { rows: 5 },
				default: '',
				description: 'Plain text version; made from the HTML when empty',
			},
		],
	},
];
