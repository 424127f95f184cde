import type { INodeType, INodeTypeDescription, IRun, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError, sleep } from 'n8n-workflow';

import { consumeEvents } from './consumeEvents.ts';
import { createEventClient } from './createEventClient.ts';
import { exampleOf, getExamples } from './examples.ts';
import type { OutboxEvent } from './OutboxEvent.ts';
import { toItem } from './toItem.ts';
import { topicsProperty } from './topicsProperty.ts';

const DEFAULT_CONCURRENCY = 8;

/** Seconds a run may take where its workflow does not say (Settings → Timeout Workflow), and how long its end may be on its way. */
const DEFAULT_TIMEOUT = 3600;
const GRACE = 60;

/**
 * Starts a workflow for the events of the outbox. A workflow that answers for the outcome shares an event with all that do; any other one has a
 * place of its own in it.
 */
export class ZhudianTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: '驻点事件 Trigger',
		name: 'zhudianTrigger',
		icon: { light: 'file:../../icons/zhudianTrigger.svg', dark: 'file:../../icons/zhudianTrigger.dark.svg' },
		group: ['trigger'],
		version: [1, 2],
		defaultVersion: 2,
		subtitle: '={{ $parameter["topics"].join(", ") }}',
		description: 'Starts the workflow for each event; given back and tried again when the run fails',
		defaults: { name: '驻点事件' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zhudianApi', required: true }],
		properties: [
			// Of the first version a workflow may be saved without a topic: it meant this one.
			topicsProperty(['hazard.major'], [1]),
			topicsProperty([], [{ _cnd: { gte: 2 } }]),
			{
				displayName: '本流程负责办结',
				name: 'answers',
				type: 'boolean',
				noDataExpression: true,
				default: false,
				displayOptions: { show: { '@version': [{ _cnd: { gte: 2 } }] } },
				description:
					'Whether this workflow has to bring about what the event asks for, as the shipped workflows do: the event is done when its outcome is in Directus, and all workflows that answer share it. Off: it only hears of the event, beside the others, and takes nothing from them.',
			},
			{
				displayName: '测试数据',
				name: 'example',
				type: 'options',
				noDataExpression: true,
				default: '',
				typeOptions: { loadOptionsMethod: 'getExamples', loadOptionsDependsOn: ['topics'] },
				description:
					'What "Execute workflow" starts with. Nobody but the operations address gets mail of such a run, and nothing is written. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: '选项',
				name: 'options',
				type: 'collection',
				placeholder: '增加选项',
				default: {},
				options: [
					{
						displayName: '同时运行数',
						name: 'concurrency',
						type: 'number',
						noDataExpression: true,
						typeOptions: { minValue: 1, maxValue: 50 },
						default: DEFAULT_CONCURRENCY,
						description: 'How many runs there are at a time',
					},
					{
						displayName: '每次运行的事件数',
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

	methods = { loadOptions: { getExamples } };

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const topics = this.getNodeParameter('topics') as string[];
		const concurrency = Number(this.getNodeParameter('options.concurrency', DEFAULT_CONCURRENCY));
		if (topics.length === 0) throw new NodeOperationError(this.getNode(), '请至少选择一个事件主题');

		if (this.getMode() === 'manual') {
			const chosen = String(this.getNodeParameter('example', ''));
			return { manualTriggerFunction: async () => this.emit([[toItem(await exampleOf(this, topics, chosen))]]) };
		}

		const run = async (events: readonly OutboxEvent[]): Promise<IRun | undefined> => {
			const ended = this.helpers.createDeferredPromise<IRun>();
			this.emit([events.map(toItem)], undefined, ended);
			return await ended.promise;
		};
		const { executionTimeout = -1 } = this.getWorkflowSettings();
		const { id = '', name = '' } = this.getWorkflow();
		const node = this.getNode();
		// A trigger of the first version had no choice: it answered.
		const own = node.typeVersion >= 2 && this.getNodeParameter('answers', false) !== true;
		const consumer = consumeEvents({
			client: createEventClient(this, { consumer: `n8n:${id}:${node.id}`, name, own, topics }),
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
