import { expect, it } from 'vitest';
import { workflowReport } from './workflowReport.ts';

it('shows both changes against what was shipped, and the command for either side', () => {
  const report = workflowReport('a.json', { shipped: '1\n2\n3\n', now: '1\n2\nmine\n', ships: 'new\n2\n3\n' });
  expect(report).toMatch(/Changed in n8n:[^]*-3\n\+mine\n[^]*Changed by this version:[^]*-1\n\+new\n/);
  expect(report).toContain('npm run workflows:take -- a.json --from n8n');
  expect(report).toContain('npm run workflows:take -- a.json --from files');
});

it('shows one change where nobody knows what was shipped', () => {
  expect(workflowReport('a.json', { shipped: undefined, now: 'mine\n', ships: 'new\n' })).toMatch(/not known[^]*-mine\n\+new\n/);
});
