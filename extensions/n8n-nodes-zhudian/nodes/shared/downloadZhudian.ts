import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ZhudianDownload } from './ZhudianDownload.ts';

/** Fetches bytes: a template, a photo. */
export async function downloadZhudian(
	context: IExecuteFunctions,
	path: string,
	query?: IDataObject,
): Promise<ZhudianDownload> {
	const answer = (await context.helpers.httpRequestWithAuthentication.call(context, 'zhudianApi', {
		method: 'GET',
		url: path,
		qs: query,
		timeout: 30_000,
		encoding: 'arraybuffer',
		returnFullResponse: true,
	})) as { body: Buffer; headers: Record<string, string> };
	return { bytes: Buffer.from(answer.body), headers: answer.headers };
}
