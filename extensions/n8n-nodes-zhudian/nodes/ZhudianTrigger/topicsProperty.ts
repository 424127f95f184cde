import type { DisplayCondition, INodeProperties } from 'n8n-workflow';
import { EVENT_TOPICS } from '@zhudian/core/events/topics.ts';

/** The topics as the editor lists them: in Chinese, with the English name and the topic itself. */
export const topicsProperty = (
	preset: readonly string[],
	versions: readonly (number | DisplayCondition)[],
): INodeProperties => ({
	displayName: '事件',
	name: 'topics',
	type: 'multiOptions',
	noDataExpression: true,
	required: true,
	default: [...preset],
	displayOptions: { show: { '@version': [...versions] } },
	options: EVENT_TOPICS.map(({ name, chinese, english }) => ({
		name: chinese,
		value: name,
		description: `${english} (${name})`,
	})),
	description: 'What the workflow wants to hear of',
});
