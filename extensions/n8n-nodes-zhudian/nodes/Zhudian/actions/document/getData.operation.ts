import type { PhotoFacts } from '@zhudian/core/hazards/HazardFacts.ts';
import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import { downloadPhotos } from '../hazard/downloadPhotos.ts';
import type { Operation } from '../Operation.ts';

/** What a requested document is made from: the template's data and its pictures. */
export const getData: Operation = {
	resource: 'document',
	option: {
		name: '取得数据',
		value: 'getData',
		action: '取得文书的数据',
		description: 'Kind, file name, the data of the template, and its pictures as binary properties',
	},
	fields: [
		{
			displayName: '申请编号',
			name: 'requestId',
			type: 'string',
			default: '={{ $json.subject }}',
			required: true,
		},
	],
	async execute(context, itemIndex) {
		const id = String(context.getNodeParameter('requestId', itemIndex));
		const data = await callZhudian<(IDataObject & { photos: PhotoFacts[] }) | null>(context, {
			method: 'GET',
			path: `/zhudian/documents/${encodeURIComponent(id)}/data`,
		});
		// Answered already, by the run whose acknowledgement was lost.
		if (data === null) return [];
		const { binary, faults } = await downloadPhotos(context, data.photos);
		return [{ json: { ...data, request: id, photo_faults: faults }, binary }];
	},
};
