import type { INodeProperties } from 'n8n-workflow';

/** The collection every item operation asks for. */
export const collectionField: INodeProperties = {
	displayName: 'Collection',
	name: 'collection',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. hazards',
	description: 'Name of the collection in Directus',
};
