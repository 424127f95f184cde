import type { ILoadOptionsFunctions, INodePropertyOptions, ITriggerFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { callZhudian } from '../shared/callZhudian.ts';
import type { OutboxEvent } from './OutboxEvent.ts';

interface ExampleEvent extends OutboxEvent {
	readonly label: string;
}

/** The newest events of these topics, read and not claimed; of a topic without any, what could be one. */
const examples = async (
	context: ILoadOptionsFunctions | ITriggerFunctions,
	topics: readonly string[],
): Promise<readonly ExampleEvent[]> =>
	topics.length === 0
		? []
		: await callZhudian<readonly ExampleEvent[]>(context, {
				method: 'GET',
				path: '/zhudian/events/examples',
				query: { topics: topics.join(',') },
			});

/** What "Execute workflow" may start with, the newest first. */
export async function getExamples(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const found = await examples(this, (this.getCurrentNodeParameter('topics') as string[] | undefined) ?? []);
	return [
		{ name: '最新一件', value: '' },
		...found.map(({ key, topic, label, created_at }) => ({
			name: label || topic,
			value: key,
			description: `${topic} ${created_at}`,
		})),
	];
}

/** The event that was chosen, the newest where none was. */
export async function exampleOf(
	context: ITriggerFunctions,
	topics: readonly string[],
	chosen: string,
): Promise<OutboxEvent> {
	const found = await examples(context, topics);
	const event = chosen === '' ? found[0] : found.find(({ key }) => key === chosen);
	if (event !== undefined) return event;
	throw new NodeOperationError(
		context.getNode(),
		chosen === '' ? '还没有可用于测试的数据' : '选定的测试数据已不在最近的事件中',
		{
			description:
				chosen === '' ? '请先在 Directus 中登记一条相应的记录，再测试本步骤。' : '请在“测试数据”中重新选择。',
		},
	);
}
