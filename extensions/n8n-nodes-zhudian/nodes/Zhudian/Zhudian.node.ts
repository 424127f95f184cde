import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { operationProperties } from './actions/operationProperties.ts';
import { operations } from './actions/operations.ts';
import { resources } from './actions/resources.ts';
import { router } from './actions/router.ts';

/** What Directus keeps, for workflows: report data, items, templates, documents. */
export class Zhudian implements INodeType {
	description: INodeTypeDescription = {
		displayName: '驻点系统',
		name: 'zhudian',
		icon: { light: 'file:../../icons/zhudian.svg', dark: 'file:../../icons/zhudian.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Reads and stores report data, items, templates and documents',
		defaults: { name: '驻点系统' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zhudianApi', required: true }],
		properties: [
			{
				displayName: '对象',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: resources,
				default: 'hazard',
			},
			...operationProperties(operations),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router(this);
	}
}
