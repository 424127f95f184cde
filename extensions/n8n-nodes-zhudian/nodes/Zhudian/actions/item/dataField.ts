import type { INodeProperties } from 'n8n-workflow';

/** The values to write. */
export const dataField: INodeProperties = {
	displayName: '数据',
	name: 'data',
	type: 'json',
	default: '{}',
	required: true,
	description: 'The fields to write, as a JSON object',
};
