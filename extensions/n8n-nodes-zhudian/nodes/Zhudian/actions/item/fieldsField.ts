import type { INodeProperties } from 'n8n-workflow';

/** Which fields come back. */
export const fieldsField: INodeProperties = {
	displayName: '字段',
	name: 'fields',
	type: 'string',
	default: '*',
	placeholder: '如 id,title,enterprise.name',
	description: 'Comma-separated; a dot reaches into a relation',
};
