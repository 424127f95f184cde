import { renderWord } from '@zhudian/core/documents/renderWord.ts';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { fillTemplate } from '../shared/fillTemplate.ts';
import { isImage } from './isImage.ts';
import { readImages } from './readImages.ts';

/** Renders the Word template of one item, with its pictures. */
export async function renderItem(context: IExecuteFunctions, itemIndex: number): Promise<INodeExecutionData> {
	return await fillTemplate(
		context,
		itemIndex,
		'Word',
		async (template, data, item) => renderWord(template, data, await readImages(context, itemIndex, item)),
		isImage,
	);
}
