import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { toNodeError } from './toNodeError.ts';

/**
 * Runs one piece of work for each input item and settles errors for all nodes of the package. Output is always
 * paired with its item. "Continue on fail" keeps the item as it came and adds to `failures`, so that a later step can
 * still use what was gathered before (a mail without its attachment is better than no mail). The name is not `error`:
 * n8n takes any later node with "retry on fail" that passes an `error` on as failed, and runs it again.
 */
export async function runPerItem(
	context: IExecuteFunctions,
	work: (itemIndex: number) => Promise<readonly INodeExecutionData[]>,
): Promise<INodeExecutionData[][]> {
	const output: INodeExecutionData[] = [];
	for (const [itemIndex, item] of context.getInputData().entries()) {
		const pairedItem = { item: itemIndex };
		try {
			for (const result of await work(itemIndex)) output.push({ ...result, pairedItem });
		} catch (thrown) {
			const error = toNodeError(context.getNode(), thrown, itemIndex);
			if (!context.continueOnFail()) throw error;
			// On the regular output n8n would replace the whole item by the error if it were set there too.
			const routed = context.getNode().onError === 'continueErrorOutput' ? { error } : {};
			output.push({ ...item, json: withFailure(item.json, error), ...routed, pairedItem });
		}
	}
	return [output];
}

function withFailure(
	json: IDataObject,
	{ node, message, description }: NodeApiError | NodeOperationError,
): IDataObject {
	const before = Array.isArray(json.failures) ? (json.failures as IDataObject[]) : [];
	return { ...json, failures: [...before, { node: node.name, message, description: description ?? '' }] };
}
