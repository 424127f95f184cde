import { createDirectus, rest } from '@directus/sdk';
import type { DirectusClient, RestClient } from '@directus/sdk';
import type { IExecuteFunctions, IHttpRequestMethods } from 'n8n-workflow';

import { testHeaders } from '../../../shared/testHeaders.ts';

/** Any collection: which ones there are is the schema's business, and Directus refuses the rest. */
export type AnySchema = Record<string, Record<string, unknown>[]>;

/**
 * The Directus SDK over n8n's own HTTP client: the SDK knows paths and queries, n8n adds address and token from the
 * credential (`baseURL`), so that no token passes through node code.
 */
export function itemsClient(context: IExecuteFunctions): DirectusClient<AnySchema> & RestClient<AnySchema> {
	const fetch = async (target: string | URL, init: RequestInit = {}): Promise<unknown> => {
		const { pathname, search } = new URL(target);
		return await context.helpers.httpRequestWithAuthentication.call(context, 'zhudianApi', {
			method: (init.method ?? 'GET') as IHttpRequestMethods,
			url: `${pathname}${search}`,
			headers: { 'Content-Type': 'application/json', ...testHeaders(context) },
			body: init.body,
			timeout: 30_000,
		});
	};
	// The host is a stand-in and never reached; see `fetch`.
	return createDirectus<AnySchema>('http://directus.invalid', { globals: { fetch } }).with(rest());
}
