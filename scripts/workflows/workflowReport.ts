import { createTwoFilesPatch } from 'diff';
import type { ThreeTexts } from './threeWay.ts';
import { workflowTexts } from '../texts/maintenanceTexts.ts';

/** What a maintainer changed, and what the update would change, each against what was shipped last. */
export function workflowReport(name: string, { shipped, now, ships }: ThreeTexts): string {
  const command = (side: string): string => `npm run workflows:take -- ${name} --from ${side}`;
  const patch = (title: string, from: string, to: string): string =>
    from === to ? workflowTexts.nothing(title) : `${title}:\n${createTwoFilesPatch(workflowTexts.before(), workflowTexts.after(), from, to, undefined, undefined, { context: 2 })}`;
  return [
    `── ${name}`,
    ...(now === undefined
      ? [workflowTexts.notThere()]
      : shipped === undefined
        ? [workflowTexts.unknown(), patch(workflowTexts.fromN8n(), now, ships)]
        : [patch(workflowTexts.changedThere(), shipped, now), patch(workflowTexts.changedHere(), shipped, ships)]),
    workflowTexts.keep(command('n8n')),
    workflowTexts.replace(command('files')),
    '',
  ].join('\n');
}
