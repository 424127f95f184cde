import type { INodeProperties } from 'n8n-workflow';

/** The collection every item operation asks for. */
export const collectionField: INodeProperties = {
	displayName: '集合',
	name: 'collection',
	type: 'string',
	default: '',
	required: true,
	placeholder: '如 hazards',
	description: 'Name of the collection in Directus',
};
