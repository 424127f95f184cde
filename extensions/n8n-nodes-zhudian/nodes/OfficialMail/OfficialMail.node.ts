import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runPerItem } from '../shared/runPerItem.ts';
import { mailProperties } from './mailProperties.ts';
import { sendItem } from './sendItem.ts';

/** Hands one official mail to Directus, which sends it, once and surely. */
export class OfficialMail implements INodeType {
	description: INodeTypeDescription = {
		displayName: '正式邮件',
		name: 'officialMail',
		icon: { light: 'file:../../icons/officialMail.svg', dark: 'file:../../icons/officialMail.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["kind"] }}',
		description: 'Hands a mail to the ledger of Directus; the same key twice is one mail',
		defaults: { name: '正式邮件' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zhudianApi', required: true }],
		properties: mailProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runPerItem(this, async (itemIndex) => [await sendItem(this, itemIndex)]);
	}
}
