import { finishBatch } from './document/finishBatch.operation.ts';
import { getData } from './document/getData.operation.ts';
import { refuseDocument } from './document/refuse.operation.ts';
import { renderBatch } from './document/renderBatch.operation.ts';
import { storeDocument } from './document/storeDocument.operation.ts';
import { getEvaluationRequests } from './evaluation/getRequests.operation.ts';
import { refuseEvent } from './event/refuse.operation.ts';
import { getReportData } from './hazard/getReportData.operation.ts';
import { getHealth } from './health/getHealth.operation.ts';
import { createItem } from './item/createItem.operation.ts';
import { getItem } from './item/getItem.operation.ts';
import { getManyItems } from './item/getManyItems.operation.ts';
import { updateItem } from './item/updateItem.operation.ts';
import { getDueReminders } from './reminder/getDue.operation.ts';
import { getCompilation } from './report/getCompilation.operation.ts';
import { getDraftFacts } from './report/getDraftFacts.operation.ts';
import { getMonthlyReportData } from './report/getReportData.operation.ts';
import { saveDraft } from './report/saveDraft.operation.ts';
import type { Operation } from './Operation.ts';
import { downloadTemplate } from './template/downloadTemplate.operation.ts';

/** Every operation of the Zhudian node; a new one is added here and nowhere else. */
export const operations: readonly Operation[] = [
	getData,
	renderBatch,
	finishBatch,
	refuseDocument,
	storeDocument,
	getEvaluationRequests,
	refuseEvent,
	getReportData,
	getHealth,
	createItem,
	getItem,
	getManyItems,
	updateItem,
	getMonthlyReportData,
	getDraftFacts,
	saveDraft,
	getCompilation,
	getDueReminders,
	downloadTemplate,
];
