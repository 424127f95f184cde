import type { INodePropertyOptions } from 'n8n-workflow';

/** The kinds of the `documents` collection. */
export const documentKinds: INodePropertyOptions[] = [
	{ name: 'City Report', value: 'city_report' },
	{ name: 'Contacts', value: 'contacts' },
	{ name: 'County Report', value: 'county_report' },
	{ name: 'Evaluation', value: 'evaluation' },
	{ name: 'Major Hazard Report', value: 'major_hazard_report' },
	{ name: 'Rectification Notice', value: 'rectification_notice' },
	{ name: 'Reminder', value: 'reminder' },
	{ name: 'Roster', value: 'roster' },
	{ name: 'Statistics', value: 'statistics' },
	{ name: 'Task List', value: 'task_list' },
	{ name: 'Work Log', value: 'work_log' },
];
