import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/**
 * The data of one item, by the name of its field. A name and not an expression: n8n would copy the whole object
 * through its expression sandbox, for nothing.
 */
export function readData(context: IExecuteFunctions, itemIndex: number, json: IDataObject): IDataObject {
	const field = String(context.getNodeParameter('dataField', itemIndex, ''));
	const data = field === '' ? json : json[field];
	if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as IDataObject;
	throw new NodeOperationError(context.getNode(), `数据项中没有对象“${field}”`, {
		itemIndex,
		description: '请检查本节点的“数据所在字段”，或前面的节点是否取到了数据。',
	});
}
