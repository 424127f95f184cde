import type { Office } from '@zhudian/core/documents/Office.ts';
import { OFFICE_FILES } from '@zhudian/core/documents/Office.ts';
import { TemplateError } from '@zhudian/core/documents/TemplateError.ts';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { readData } from './readData.ts';

/** Makes a document of one item: its template and data in, bytes out. */
export type Render = (
	template: Uint8Array,
	data: IDataObject,
	item: INodeExecutionData,
) => Uint8Array | Promise<Uint8Array>;

/**
 * Fills the template of one item and adds the document to it; the JSON stays as it came.
 *
 * @param isInput which binary properties, besides the template, the document is made from
 */
export async function fillTemplate(
	context: IExecuteFunctions,
	itemIndex: number,
	office: Office,
	render: Render,
	isInput: (property: string) => boolean = () => false,
): Promise<INodeExecutionData> {
	const text = (name: string): string => String(context.getNodeParameter(name, itemIndex));
	const item: INodeExecutionData = context.getInputData()[itemIndex] ?? { json: {} };
	const source = text('templateProperty');
	context.helpers.assertBinaryData(itemIndex, source);
	const template = await context.helpers.getBinaryDataBuffer(itemIndex, source);
	const data = readData(context, itemIndex, item.json);
	const bytes = await explained(context, itemIndex, office, async () => await render(template, data, item));
	const document = await context.helpers.prepareBinaryData(
		Buffer.from(bytes),
		text('fileName'),
		OFFICE_FILES[office].mime,
	);
	const keepAll = context.getNodeParameter('options.keepInputs', itemIndex, false) === true;
	const kept = Object.entries(item.binary ?? {}).filter(([name]) => keepAll || (name !== source && !isInput(name)));
	return { json: item.json, binary: { ...Object.fromEntries(kept), [text('binaryPropertyName')]: document } };
}

/** The faults of a template as an error of the node, one a line. */
async function explained<T>(
	context: IExecuteFunctions,
	itemIndex: number,
	office: Office,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof TemplateError)) {
			throw new NodeOperationError(context.getNode(), error instanceof Error ? error : String(error), { itemIndex });
		}
		throw new NodeOperationError(context.getNode(), `${office} 模板有 ${error.faults.length} 处问题`, {
			itemIndex,
			description: error.faults.map(({ message }, index) => `${index + 1}. ${message}`).join('\n'),
		});
	}
}
