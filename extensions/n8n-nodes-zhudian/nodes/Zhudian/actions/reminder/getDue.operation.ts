import type { IDataObject } from 'n8n-workflow';

import { callZhudian } from '../../../shared/callZhudian.ts';
import type { Operation } from '../Operation.ts';

interface Reminders {
	readonly working: boolean;
	readonly digests: readonly IDataObject[];
}

/** What is due to be sent and was not sent, one item a person; nothing outside working hours. */
export const getDueReminders: Operation = {
	resource: 'reminder',
	option: {
		name: '取得到期的提醒',
		value: 'getDue',
		action: '取得到期的提醒',
		description:
			'One item for each person who is to be written to today, with everything they were not told yet; nothing outside working hours',
	},
	fields: [],
	async execute(context) {
		const { working, digests } = await callZhudian<Reminders>(context, { method: 'GET', path: '/zhudian/reminders' });
		return working ? digests.map((json) => ({ json })) : [];
	},
};
