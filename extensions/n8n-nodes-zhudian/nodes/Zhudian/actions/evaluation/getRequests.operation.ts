import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

/** The counties to ask for their evaluation of the quarter today: one item each, with the key of its mail. */
export const getEvaluationRequests: Operation = {
	resource: 'evaluation',
	option: {
		name: '取得待提请的评估',
		value: 'getRequests',
		action: '取得今天要提请的评估',
		description: 'One item for each county, with key, stage and recipients',
	},
	fields: [],
	async execute(context) {
		const requests = await callZhudian<IDataObject[]>(context, {
			method: 'GET',
			path: '/zhudian/evaluations/requests',
		});
		return requests.map((json) => ({ json }));
	},
};
