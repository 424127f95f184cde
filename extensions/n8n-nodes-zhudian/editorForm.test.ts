import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INode, INodeType, INodeTypeDescription, IVersionedNodeType } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { OfficialMail } from './nodes/OfficialMail/OfficialMail.node.ts';
import { SpreadsheetTemplate } from './nodes/SpreadsheetTemplate/SpreadsheetTemplate.node.ts';
import { WordTemplate } from './nodes/WordTemplate/WordTemplate.node.ts';
import { Zhudian } from './nodes/Zhudian/Zhudian.node.ts';
import { ZhudianTrigger } from './nodes/ZhudianTrigger/ZhudianTrigger.node.ts';

const require = createRequire(import.meta.url);
const OWN: Readonly<Record<string, new () => INodeType>> = {
	OfficialMail,
	SpreadsheetTemplate,
	WordTemplate,
	Zhudian,
	ZhudianTrigger,
};
const folder = join(import.meta.dirname, '../../workflows');
const sources = require('n8n-nodes-base/dist/known/nodes.json') as Record<
	string,
	{ className: string; sourcePath: string }
>;

function typeOf({ type, typeVersion }: INode): INodeTypeDescription {
	const [where = '', name = ''] = type.split('.');
	if (where === 'CUSTOM') {
		const Own = OWN[`${name[0]?.toUpperCase()}${name.slice(1)}`];
		if (!Own) throw new Error(`no node ${type}`);
		return new Own().description;
	}
	const { className = '', sourcePath = '' } = sources[name] ?? {};
	const Base = (
		require(join('n8n-nodes-base', sourcePath)) as Record<string, new () => INodeType | IVersionedNodeType>
	)[className];
	if (!Base) throw new Error(`no node ${type}`);
	const found = new Base();
	return 'nodeVersions' in found ? found.getNodeType(typeVersion).description : found.description;
}

describe('a workflow file is as the editor saves it, so that one changed sentence is one changed line:', () => {
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
		const { nodes } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { nodes: INode[] };
		test(file, () => {
			for (const node of nodes) {
				const type = typeOf(node);
				// Without what is at its default: so the editor keeps a node.
				const saved = NodeHelpers.getNodeParameters(type.properties, node.parameters, false, false, node, type);
				expect({ [node.name]: node.parameters }).toEqual({ [node.name]: saved });
			}
		});
	}
});
