import type { INodePropertyOptions } from 'n8n-workflow';

/** What the Zhudian node works on, in the order of the list. */
export const resources: INodePropertyOptions[] = [
	{ name: 'Document', value: 'document' },
	{ name: 'Evaluation', value: 'evaluation' },
	{ name: 'Event', value: 'event' },
	{ name: 'Hazard', value: 'hazard' },
	{ name: 'Health', value: 'health' },
	{ name: 'Item', value: 'item' },
	{ name: 'Monthly Report', value: 'report' },
	{ name: 'Reminder', value: 'reminder' },
	{ name: 'Template', value: 'template' },
];
