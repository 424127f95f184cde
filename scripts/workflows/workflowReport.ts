import { createTwoFilesPatch } from 'diff';
import type { ThreeTexts } from './threeWay.ts';

/** What a maintainer changed, and what the update would change, each against what was shipped last. */
export function workflowReport(name: string, { shipped, now, ships }: ThreeTexts): string {
  const command = (side: string): string => `npm run workflows:take -- ${name} --from ${side}`;
  const patch = (title: string, from: string, to: string): string =>
    from === to ? `${title}: nothing\n` : `${title}:\n${createTwoFilesPatch('before', 'after', from, to, undefined, undefined, { context: 2 })}`;
  return [
    `── ${name}`,
    ...(now === undefined
      ? ['It is not in n8n.']
      : shipped === undefined
        ? ['What was shipped last is not known.', patch('From n8n to this version', now, ships)]
        : [patch('Changed in n8n', shipped, now), patch('Changed by this version', shipped, ships)]),
    `Keep what is in n8n:            ${command('n8n')}`,
    `Take this version (n8n stopped): ${command('files')}`,
    '',
  ].join('\n');
}
