import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

/** Parts, versions and backlog, as Directus sees them. */
export const getHealth: Operation = {
	resource: 'health',
	option: {
		name: '取得',
		value: 'get',
		action: '取得系统状态',
		description: 'Parts, versions, backlog',
	},
	fields: [],
	async execute(context) {
		return [{ json: await callZhudian<IDataObject>(context, { method: 'GET', path: '/zhudian/health' }) }];
	},
};
