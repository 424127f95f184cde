import { renderWord } from '@zhudian/core/documents/renderWord.ts';
import { TemplateError } from '@zhudian/core/documents/TemplateError.ts';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isImage } from './isImage.ts';
import { readData } from './readData.ts';
import { readImages } from './readImages.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Renders the template of one item and adds the document to it; the JSON stays as it came. */
export async function renderItem(context: IExecuteFunctions, itemIndex: number): Promise<INodeExecutionData> {
	const text = (name: string): string => String(context.getNodeParameter(name, itemIndex));
	const item: INodeExecutionData = context.getInputData()[itemIndex] ?? { json: {} };
	const source = text('templateProperty');
	context.helpers.assertBinaryData(itemIndex, source);
	const template = await context.helpers.getBinaryDataBuffer(itemIndex, source);
	const images = await readImages(context, itemIndex, item);
	const bytes = render(context, itemIndex, template, readData(context, itemIndex, item.json), images);
	const document = await context.helpers.prepareBinaryData(Buffer.from(bytes), text('fileName'), DOCX);
	const keepAll = context.getNodeParameter('options.keepInputs', itemIndex, false) === true;
	const kept = Object.entries(item.binary ?? {}).filter(([name]) => keepAll || (name !== source && !isImage(name)));
	return { json: item.json, binary: { ...Object.fromEntries(kept), [text('binaryPropertyName')]: document } };
}

function render(
	context: IExecuteFunctions,
	itemIndex: number,
	template: Uint8Array,
	data: IDataObject,
	images: Record<string, Uint8Array>,
): Uint8Array {
	try {
		return renderWord(template, data, images);
	} catch (error) {
		if (!(error instanceof TemplateError)) {
			throw new NodeOperationError(context.getNode(), error instanceof Error ? error : String(error), { itemIndex });
		}
		throw new NodeOperationError(context.getNode(), `Word 模板有 ${error.faults.length} 处问题`, {
			itemIndex,
			description: error.faults.map(({ message }, index) => `${index + 1}. ${message}`).join('\n'),
		});
	}
}
