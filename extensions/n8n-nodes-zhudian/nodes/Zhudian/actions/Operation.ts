import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** One operation of the Zhudian node: its entry in the list, its fields and its work for one item. */
export interface Operation {
	readonly resource: string;
	readonly option: INodePropertyOptions & { readonly value: string; readonly action: string };
	readonly fields: readonly INodeProperties[];
	execute(context: IExecuteFunctions, itemIndex: number): Promise<readonly INodeExecutionData[]>;
}
