import { renderSpreadsheet } from '@zhudian/core/spreadsheets/renderSpreadsheet.ts';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { fillTemplate } from '../shared/fillTemplate.ts';

/** Renders the Excel template of one item. */
export async function renderItem(context: IExecuteFunctions, itemIndex: number): Promise<INodeExecutionData> {
	return await fillTemplate(context, itemIndex, 'Excel', renderSpreadsheet);
}
