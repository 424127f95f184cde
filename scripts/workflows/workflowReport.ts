import { workflowTexts } from '../texts/maintenanceTexts.ts';
import type { ThreeTexts } from './threeWay.ts';
import { workflowChanges } from './workflowChanges.ts';

/** What a maintainer changed, and what the update would change, each against what was shipped last. */
export function workflowReport(name: string, { shipped, now, ships }: ThreeTexts): string {
  const command = (side: string): string => `npm run workflows:take -- ${name} --from ${side}`;
  const changes = (title: string, from: string, to: string): string => {
    const found = workflowChanges(from, to);
    if (found.length === 0) return from === to ? workflowTexts.nothing(title) : workflowTexts.places(title);
    return `${title}:\n${found.map((line) => `  ${line}\n`).join('')}`;
  };
  return [
    `── ${name}`,
    ...(now === undefined
      ? [workflowTexts.notThere()]
      : shipped === undefined
        ? [workflowTexts.unknown(), changes(workflowTexts.fromN8n(), now, ships)]
        : [changes(workflowTexts.changedThere(), shipped, now), changes(workflowTexts.changedHere(), shipped, ships)]),
    workflowTexts.keep(command('n8n')),
    workflowTexts.replace(command('files')),
    '',
  ].join('\n');
}
