import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isImage } from './isImage.ts';

/** The pictures of an item, by key. */
export async function readImages(
	context: IExecuteFunctions,
	itemIndex: number,
	item: INodeExecutionData,
): Promise<Record<string, Uint8Array>> {
	const names = Object.keys(item.binary ?? {}).filter(isImage);
	const read = async (name: string): Promise<[string, Uint8Array]> => [
		name.slice('image_'.length),
		await context.helpers.getBinaryDataBuffer(itemIndex, name),
	];
	return Object.fromEntries(await Promise.all(names.map(read)));
}
