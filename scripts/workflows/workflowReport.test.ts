import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workflowFolder } from './workflowFolder.ts';
import { workflowReport } from './workflowReport.ts';

const shipped = readFileSync(join(workflowFolder, 'report-failure.json'), 'utf8');
const mine = shipped.replace('自动化流程运行失败', '流程没有跑通');
const timed = shipped.replace('"executionTimeout": 300', '"executionTimeout": 600');

it('says both changes in words, by node and parameter, and the command for either side', () => {
  const report = workflowReport('a.json', { shipped, now: mine, ships: timed });
  expect(report).toMatch(/Changed in n8n:\n {2}~ node “拟写故障邮件”, parameters › assignments › assignments › html › value:\n {6}- .*自动化流程运行失败.*\n {6}\+ .*流程没有跑通.*\n\nChanged by this version/);
  expect(report).toMatch(/Changed by this version:\n {2}~ workflow, settings › executionTimeout:\n {6}- 300\n {6}\+ 600\n/);
  expect(report).toContain('npm run workflows:take -- a.json --from n8n');
  expect(report).toContain('npm run workflows:take -- a.json --from files');
});

it('says nodes and connections that came and went, and that only places differ', () => {
  const workflow = JSON.parse(shipped) as { nodes: { name: string; position: number[] }[]; connections: Record<string, unknown> };
  const moved = { ...workflow, nodes: workflow.nodes.map((node) => ({ ...node, position: [9, 9] })) };
  expect(workflowReport('a.json', { shipped, now: JSON.stringify(moved), ships: shipped })).toContain('Changed in n8n: nothing but places on the canvas');
  const { 拟写故障邮件: _gone, ...connections } = workflow.connections;
  const cut = { ...workflow, connections, nodes: workflow.nodes.filter(({ name }) => name !== '通知维护人员') };
  const report = workflowReport('a.json', { shipped, now: JSON.stringify(cut), ships: shipped });
  expect(report).toContain('- node “通知维护人员” (CUSTOM.officialMail)');
  expect(report).toContain('- connection “拟写故障邮件” (1) → “通知维护人员”');
});

it('shows one change where nobody knows what was shipped', () => {
  expect(workflowReport('a.json', { shipped: undefined, now: mine, ships: shipped })).toMatch(/not known[^]*- .*流程没有跑通.*\n {6}\+ .*自动化流程运行失败/);
  expect(workflowReport('a.json', { shipped, now: undefined, ships: shipped })).toContain('It is not in n8n.');
});
