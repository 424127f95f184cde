import type { IExecuteFunctions, ILoadOptionsFunctions, ITriggerFunctions } from 'n8n-workflow';

import { testHeaders } from './testHeaders.ts';
import type { ZhudianRequest } from './ZhudianRequest.ts';

const DEFAULT_TIMEOUT = 30_000;

/** Sends a request and returns `data` of the answer. Errors come as n8n throws them; `readFault` reads them. */
export async function callZhudian<T>(
	context: IExecuteFunctions | ILoadOptionsFunctions | ITriggerFunctions,
	{ method, path, query, body, timeout = DEFAULT_TIMEOUT, signal }: ZhudianRequest,
): Promise<T> {
	const answer = (await context.helpers.httpRequestWithAuthentication.call(context, 'zhudianApi', {
		method,
		url: path,
		qs: query,
		body,
		headers: testHeaders(context),
		timeout,
		abortSignal: signal,
		json: true,
	})) as { data: T };
	return answer.data;
}
