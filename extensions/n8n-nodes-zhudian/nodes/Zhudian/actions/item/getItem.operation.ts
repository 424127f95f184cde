import { readItem, readSingleton } from '@directus/sdk';
import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../Operation.ts';
import { collectionField } from './collectionField.ts';
import { fieldsField } from './fieldsField.ts';
import { itemsClient } from './itemsClient.ts';
import { splitFields } from './splitFields.ts';

/** One item by its id, or the one item of a singleton such as `settings`. */
export const getItem: Operation = {
	resource: 'item',
	option: { name: '取得', value: 'get', action: '取得一个条目', description: 'One item, or a singleton' },
	fields: [
		collectionField,
		{
			displayName: '条目编号',
			name: 'itemId',
			type: 'string',
			default: '',
			description: 'Empty for a singleton, such as settings',
		},
		fieldsField,
		{
			displayName: '结果放入字段',
			name: 'outputField',
			type: 'string',
			default: '',
			placeholder: '如 settings',
			description: 'Adds the result to the item under this name; empty lets the result replace the item',
		},
	],
	async execute(context, itemIndex) {
		const collection = String(context.getNodeParameter('collection', itemIndex));
		const id = String(context.getNodeParameter('itemId', itemIndex));
		const query = { fields: splitFields(String(context.getNodeParameter('fields', itemIndex))) };
		const client = itemsClient(context);
		const item = await client.request<IDataObject>(
			id === '' ? readSingleton(collection as never, query as never) : readItem(collection, id, query),
		);
		const field = String(context.getNodeParameter('outputField', itemIndex, ''));
		if (field === '') return [{ json: item }];
		const input = context.getInputData()[itemIndex];
		return [{ json: { ...input?.json, [field]: item }, binary: input?.binary }];
	},
};
