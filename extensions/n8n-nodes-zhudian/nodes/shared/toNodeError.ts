import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { readFault } from './readFault.ts';

/** The one adapter from whatever was thrown to what n8n shows, with the server's own words first. */
export function toNodeError(node: INode, error: unknown, itemIndex: number): NodeApiError | NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const { status, code, message } = readFault(error);
	if (status === null && !(error instanceof NodeApiError)) {
		return new NodeOperationError(node, error instanceof Error ? error : message, { itemIndex });
	}
	const details: JsonObject = { message, code, status };
	return new NodeApiError(node, details, {
		message,
		description: code ?? undefined,
		httpCode: status === null ? undefined : String(status),
		itemIndex,
	});
}
