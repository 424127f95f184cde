import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { runPerItem } from '../../shared/runPerItem.ts';
import { operations } from './operations.ts';

/** Finds the operation chosen and runs it for each item. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await runPerItem(context, async (itemIndex) => {
		const resource = context.getNodeParameter('resource', itemIndex);
		const name = context.getNodeParameter('operation', itemIndex);
		const operation = operations.find((one) => one.resource === resource && one.option.value === name);
		if (operation === undefined) {
			throw new NodeOperationError(context.getNode(), `没有“${resource} / ${name}”这项操作`, {
				itemIndex,
			});
		}
		return await operation.execute(context, itemIndex);
	});
}
