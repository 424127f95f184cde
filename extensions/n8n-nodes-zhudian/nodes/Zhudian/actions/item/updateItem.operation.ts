import { updateItem as update } from '@directus/sdk';
import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../Operation.ts';
import { collectionField } from './collectionField.ts';
import { dataField } from './dataField.ts';
import { itemsClient } from './itemsClient.ts';
import { readJson } from '../../../shared/readJson.ts';

/** Changes an item; fields not named stay. */
export const updateItem: Operation = {
	resource: 'item',
	option: { name: '修改', value: 'update', action: '修改条目', description: 'Fields not named stay' },
	fields: [
		collectionField,
		{ displayName: '条目编号', name: 'itemId', type: 'string', default: '', required: true },
		dataField,
	],
	async execute(context, itemIndex) {
		const text = (name: string): string => String(context.getNodeParameter(name, itemIndex));
		const data = readJson(context, 'data', itemIndex);
		const item = await itemsClient(context).request<IDataObject>(update(text('collection'), text('itemId'), data));
		return [{ json: item }];
	},
};
