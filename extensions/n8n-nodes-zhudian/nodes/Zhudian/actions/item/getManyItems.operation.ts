import { readItems } from '@directus/sdk';
import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../Operation.ts';
import { collectionField } from './collectionField.ts';
import { fieldsField } from './fieldsField.ts';
import { itemsClient } from './itemsClient.ts';
import { readJson } from '../../../shared/readJson.ts';
import { splitFields } from './splitFields.ts';

/** Items of a collection by filter, each as an item of its own. */
export const getManyItems: Operation = {
	resource: 'item',
	option: { name: '取得多条', value: 'getMany', action: '取得多个条目', description: 'Items by filter' },
	fields: [
		collectionField,
		{
			displayName: '筛选',
			name: 'filter',
			type: 'json',
			default: '{}',
			description: 'Directus filter, such as {"status": {"_eq": "open"}}',
		},
		fieldsField,
		{
			displayName: '排序',
			name: 'sort',
			type: 'string',
			default: '',
			placeholder: '如 -date_created',
			description: 'Comma-separated fields; a minus sorts downwards',
		},
		{
			displayName: '最多条数',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
		},
	],
	async execute(context, itemIndex) {
		const text = (name: string): string => String(context.getNodeParameter(name, itemIndex, ''));
		const sort = text('sort');
		const query = {
			fields: splitFields(text('fields')),
			filter: readJson(context, 'filter', itemIndex),
			limit: context.getNodeParameter('limit', itemIndex),
			...(sort === '' ? {} : { sort: splitFields(sort) }),
		};
		const items = await itemsClient(context).request<IDataObject[]>(readItems(text('collection'), query as never));
		return items.map((json) => ({ json }));
	},
};
