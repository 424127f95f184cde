import type { ThreeTexts } from './threeWay.ts';
import { workflowChanges } from './workflowChanges.ts';

/** What a maintainer changed, and what the update would change, each against what was shipped last. */
export function workflowReport(name: string, { shipped, now, ships }: ThreeTexts): string {
  const command = (side: string): string => `npm run workflows:take -- ${name} --from ${side}`;
  const changes = (title: string, from: string, to: string): string => {
    const found = workflowChanges(from, to);
    if (found.length === 0) return `${title}: nothing${from === to ? '' : ' but places on the canvas'}\n`;
    return `${title}:\n${found.map((line) => `  ${line}\n`).join('')}`;
  };
  return [
    `── ${name}`,
    ...(now === undefined
      ? ['It is not in n8n.']
      : shipped === undefined
        ? ['What was shipped last is not known.', changes('From n8n to this version', now, ships)]
        : [changes('Changed in n8n', shipped, now), changes('Changed by this version', shipped, ships)]),
    `Keep what is in n8n:            ${command('n8n')}`,
    `Take this version (n8n stopped): ${command('files')}`,
    '',
  ].join('\n');
}
