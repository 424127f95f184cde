import type { INodeType, INodeTypeDescription, IRun, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError, sleep } from 'n8n-workflow';

import { consumeEvents } from './consumeEvents.ts';
import { createEventClient } from './createEventClient.ts';
import { newestEvent } from './newestEvent.ts';
import type { OutboxEvent } from './OutboxEvent.ts';
import { toItem } from './toItem.ts';

const DEFAULT_CONCURRENCY = 8;

/** Seconds a run may take where its workflow does not say (Settings → Timeout Workflow), and how long its end may be on its way. */
const DEFAULT_TIMEOUT = 3600;
const GRACE = 60;

/** Starts a workflow for the events of the outbox; an event is done when its run has succeeded. */
export class ZhudianTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zhudian Trigger',
		name: 'zhudianTrigger',
		icon: { light: 'file:../../icons/zhudianTrigger.svg', dark: 'file:../../icons/zhudianTrigger.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["topics"].join(", ") }}',
		description: 'Starts the workflow for each event; given back and tried again when the run fails',
		defaults: { name: 'Zhudian Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zhudianApi', required: true }],
		properties: [
			{
				displayName: 'Topics',
				name: 'topics',
				type: 'multiOptions',
				noDataExpression: true,
				required: true,
				default: ['hazard.major'],
				options: [
					{
						name: 'Batch Requested',
						value: 'document.batch',
						description: 'Somebody has asked for the documents of all visits of a month',
					},
					{
						name: 'Document Requested',
						value: 'document.requested',
						description: 'Somebody has asked for a document',
					},
					{
						name: 'Evaluations Due',
						value: 'evaluations.due',
						description: 'Counties are to be asked for the evaluation of a quarter; in working hours',
					},
					{
						name: 'Major Hazard',
						value: 'hazard.major',
						description: 'A hazard was recorded as major or raised to major',
					},
					{
						name: 'Major Hazard Unacknowledged',
						value: 'hazard.unacknowledged',
						description: 'Nobody has confirmed a reported major hazard in time',
					},
					{
						name: 'Month to Compile',
						value: 'period.changed',
						description: 'A month is due or complete, or one of its reports has changed since',
					},
					{
						name: 'Reminders Due',
						value: 'reminders.due',
						description: 'There is something to remind somebody of; in working hours',
					},
					{
						name: 'Report Handed In',
						value: 'report.submitted',
						description: 'A county has handed in its monthly report',
					},
					{
						name: 'Report Returned',
						value: 'report.returned',
						description: 'The city has sent a monthly report back',
					},
					{
						name: 'Report to Draft',
						value: 'report.draft',
						description: 'A county’s monthly report is due in some days and not begun',
					},
				],
				description: 'One event goes to one workflow: do not let two active workflows share a topic',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					{
						displayName: 'Concurrency',
						name: 'concurrency',
						type: 'number',
						noDataExpression: true,
						typeOptions: { minValue: 1, maxValue: 50 },
						default: DEFAULT_CONCURRENCY,
						description: 'How many runs there are at a time',
					},
					{
						displayName: 'Events per Run',
						name: 'eventsPerRun',
						type: 'number',
						noDataExpression: true,
						typeOptions: { minValue: 1, maxValue: 50 },
						default: 1,
						description:
							'How many events a run may start with when more are waiting than there are places, each as an item; in a storm this is faster. When a run fails, each of its events is tried again in a run of its own.',
					},
				],
			},
		],
	};

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const topics = this.getNodeParameter('topics') as string[];
		const concurrency = Number(this.getNodeParameter('options.concurrency', DEFAULT_CONCURRENCY));
		if (topics.length === 0) throw new NodeOperationError(this.getNode(), '请至少选择一个事件主题');

		if (this.getMode() === 'manual') {
			return { manualTriggerFunction: async () => this.emit([[toItem(await newestEvent(this, topics))]]) };
		}

		const run = async (events: readonly OutboxEvent[]): Promise<IRun | undefined> => {
			const ended = this.helpers.createDeferredPromise<IRun>();
			this.emit([events.map(toItem)], undefined, ended);
			return await ended.promise;
		};
		const { executionTimeout = -1 } = this.getWorkflowSettings();
		const consumer = consumeEvents({
			client: createEventClient(this, `n8n:${this.getWorkflow().id}:${this.getNode().id}`, topics),
			run,
			longestRun: ((executionTimeout > 0 ? executionTimeout : DEFAULT_TIMEOUT) + GRACE) * 1000,
			concurrency,
			eventsPerRun: Number(this.getNodeParameter('options.eventsPerRun', 1)),
			sleep,
			now: () => performance.now(),
			random: Math.random,
			log: this.logger,
		});
		return { closeFunction: async () => await consumer.stop() };
	}
}
