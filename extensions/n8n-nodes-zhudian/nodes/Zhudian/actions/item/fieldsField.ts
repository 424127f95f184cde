import type { INodeProperties } from 'n8n-workflow';

/** Which fields come back. */
export const fieldsField: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'string',
	default: '*',
	placeholder: 'e.g. id,title,enterprise.name',
	description: 'Comma-separated; a dot reaches into a relation',
};
