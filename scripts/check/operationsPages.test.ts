import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const docs = resolve(import.meta.dirname, '../../docs');
const english = readFileSync(join(docs, 'operations.md'), 'utf8');
const chinese = readFileSync(join(docs, 'operations.zh-CN.md'), 'utf8');

/** Lines of the blocks of commands and settings, and what stands between single backticks and is a command. */
function commandsOf(page: string): string[] {
  const blocks = [...page.matchAll(/^ *```\n([\s\S]*?)^ *```$/gm)].flatMap(([, block = '']) => block.split('\n'));
  const inline = [...page.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '').matchAll(/`((?:npm|docker|systemctl|chown|sudo|ssh) [^`]+)`/g)].map(
    ([, command = '']) => command,
  );
  return [...blocks, ...inline].map((line) => line.trim()).filter((line) => line !== '');
}

it('the Chinese page of operations gives the same commands and settings as the English one', () => {
  const commands = commandsOf(chinese);
  expect(commands.length).toBeGreaterThan(40);
  expect(commands.filter((command) => !english.includes(command))).toEqual([]);
});

it('and none of those that an office cannot do without is missing in it', () => {
  for (const command of [
    'npm run doctor -- --tell',
    'alert_webhook',
    'compose/doctor.ts',
    'compose/backup.sh',
    'compose/restore.sh',
    'releaseMails.ts',
    'down -v',
  ])
    expect(chinese, command).toContain(command);
});
