import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** The named binary properties an item has, as the ledger takes them. */
export async function readAttachments(
	context: IExecuteFunctions,
	itemIndex: number,
	names: readonly string[],
): Promise<IDataObject[]> {
	const binary = context.getInputData()[itemIndex]?.binary ?? {};
	const read = async (name: string): Promise<IDataObject> => ({
		filename: binary[name]?.fileName ?? name,
		content_type: binary[name]?.mimeType,
		content: (await context.helpers.getBinaryDataBuffer(itemIndex, name)).toString('base64'),
	});
	return await Promise.all(names.filter((name) => name in binary).map(read));
}
