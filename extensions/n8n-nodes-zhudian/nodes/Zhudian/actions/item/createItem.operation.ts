import { createItem as create } from '@directus/sdk';
import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../Operation.ts';
import { collectionField } from './collectionField.ts';
import { dataField } from './dataField.ts';
import { itemsClient } from './itemsClient.ts';
import { readJson } from '../../../shared/readJson.ts';

/** A new item; validation and permission are Directus's business. */
export const createItem: Operation = {
	resource: 'item',
	option: { name: '新建', value: 'create', action: '新建条目', description: 'A new item' },
	fields: [collectionField, dataField],
	async execute(context, itemIndex) {
		const collection = String(context.getNodeParameter('collection', itemIndex));
		const data = readJson(context, 'data', itemIndex);
		return [{ json: await itemsClient(context).request<IDataObject>(create(collection, data)) }];
	},
};
