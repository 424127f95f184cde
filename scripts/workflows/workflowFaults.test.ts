import { expect, test } from 'vitest';
import { checkWorkflows } from './checkWorkflows.ts';
import { workflowFaults } from './workflowFaults.ts';

const known = { workflows: new Set(['reportFailure001']), credentials: new Set(['known']) };
const node = (more: object = {}) => ({ id: '3cb090b9-5c0a-40ec-a587-ad20492eb89f', name: 'n', type: 'n8n-nodes-base.set', position: [0, 0], parameters: {}, ...more });
const workflow = (more: object = {}, ...nodes: object[]) => ({ id: 'workflow1', name: 'w', nodes: nodes.length > 0 ? nodes : [node()], connections: {}, settings: { errorWorkflow: 'reportFailure001' }, ...more });
const code = (lines: number) => node({ type: 'n8n-nodes-base.code', parameters: { jsCode: 'x;\n'.repeat(lines) } });

test('the workflows of this repository have no faults', async () => {
  expect(await checkWorkflows()).toEqual([]);
});

test.each([
  ['a workflow without an id', workflow({ id: undefined }), /id/],
  ['an id n8n would cut', workflow({ id: 'x'.repeat(22) }), /id/],
  ['a node without a stable id', workflow({}, node({ id: undefined })), /stable id/],
  ['two nodes with one id', workflow({}, node(), node()), /same id/],
  ['a missing error workflow', workflow({ settings: {} }), /error workflow/],
  ['an unknown error workflow', workflow({ settings: { errorWorkflow: 'elsewhere' } }), /error workflow/],
  ['pinned data', workflow({ pinData: { n: [{}] } }), /pinned/],
  ['static data', workflow({ staticData: { last: 1 } }), /static/],
  ['an unknown credential', workflow({}, node({ credentials: { zhudianApi: { id: 'mine' } } })), /credential/],
  ['a token in a header', workflow({}, node({ parameters: { value: 'Bearer abcdefgh1234' } })), /secret/],
  ['a password in an address', workflow({}, node({ parameters: { url: 'https://a:b@c.example' } })), /secret/],
  ['a program in a Code node', workflow({}, code(11)), /lines/],
  ['something else altogether', { nodes: 'none' }, /nodes/],
])('refuses %s', (_, raw, fault) => {
  expect(workflowFaults(raw, known).join('\n')).toMatch(fault);
});

test.each([
  ['a known credential', workflow({}, node({ credentials: { zhudianApi: { id: 'known' } } }))],
  ['ten lines of code', workflow({}, code(10))],
  ['the error workflow itself', workflow({ settings: {} }, node({ type: 'n8n-nodes-base.errorTrigger' }))],
  ['a token from an expression', workflow({}, node({ parameters: { token: '={{ $json.token }}' } }))],
])('accepts %s', (_, raw) => {
  expect(workflowFaults(raw, known)).toEqual([]);
});
