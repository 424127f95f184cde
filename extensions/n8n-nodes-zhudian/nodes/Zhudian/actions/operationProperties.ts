import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';

import type { Operation } from './Operation.ts';
import { resources } from './resources.ts';

const operationChoice = (resource: string, operations: readonly Operation[]): INodeProperties => ({
	displayName: '操作',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [resource] } },
	options: operations.map(({ option }) => option),
	default: operations[0]?.option.value ?? '',
});

const fieldsOf = ({ resource, option, fields }: Operation): INodeProperties[] =>
	updateDisplayOptions({ show: { resource: [resource], operation: [option.value] } }, [...fields]);

/** The lists of operations and their fields, each shown only where it belongs. */
export function operationProperties(operations: readonly Operation[]): INodeProperties[] {
	const choices = resources.map(({ value }) =>
		operationChoice(
			String(value),
			operations.filter(({ resource }) => resource === value),
		),
	);
	return [...choices, ...operations.flatMap(fieldsOf)];
}
