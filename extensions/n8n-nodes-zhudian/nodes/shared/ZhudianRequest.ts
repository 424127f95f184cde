import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/** One request to Directus; address and token come from the credential. */
export interface ZhudianRequest {
	readonly method: IHttpRequestMethods;
	/** Begins with a slash. */
	readonly path: string;
	readonly query?: IDataObject;
	readonly body?: IDataObject;
	/** Milliseconds. */
	readonly timeout?: number;
	readonly signal?: AbortSignal;
}
