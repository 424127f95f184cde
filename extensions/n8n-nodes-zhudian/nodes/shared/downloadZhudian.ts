import type { IExecuteFunctions } from 'n8n-workflow';

import type { ZhudianDownload } from './ZhudianDownload.ts';

/** Fetches bytes: a template, a photo. */
export async function downloadZhudian(context: IExecuteFunctions, path: string): Promise<ZhudianDownload> {
	const answer = (await context.helpers.httpRequestWithAuthentication.call(context, 'zhudianApi', {
		method: 'GET',
		url: path,
		timeout: 30_000,
		encoding: 'arraybuffer',
		returnFullResponse: true,
	})) as { body: Buffer; headers: Record<string, string> };
	return { bytes: Buffer.from(answer.body), headers: answer.headers };
}
