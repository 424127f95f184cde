import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of processes that read settings; each names every one it reads. */
const READERS = ['scripts/stack/readStackConfig.ts', 'scripts/runtime/main.mjs', 'extensions/host/src/config.ts', 'scripts/test/findBrowser.ts'];
const NAME = /\bZHUDIAN_[A-Z_]+\b/g;

/** A paragraph of `.env.example` begins with one of these where its settings do nothing in the other way to run. */
const ONLY = { processes: 'Processes only.', containers: 'Containers only.' };

/** Settings read but not in `.env.example`, and the other way round; settings that one of the two ways to run leaves out without a word. */
export function environmentFaults(repository: string): string[] {
  const read = (file: string): string => readFileSync(join(repository, file), 'utf8');
  const processes = new Set(READERS.flatMap((file) => read(file).match(NAME) ?? []));
  // What is written into a container without coming from .env is no setting.
  const containers = new Set([...read('docker-compose.yml').matchAll(/\$\{(ZHUDIAN_[A-Z_]+)/g)].map(([, name]) => name ?? ''));
  return settingFaults({ processes, containers }, read('.env.example'));
}

/** @param known the names each way to run reads */
export function settingFaults(known: Readonly<Record<keyof typeof ONLY, ReadonlySet<string>>>, example: string): string[] {
  const mentioned = new Set(example.match(NAME));
  const read = new Set([...known.processes, ...known.containers]);
  return [
    ...[...read].filter((name) => !mentioned.has(name)).map((name) => `.env.example does not mention ${name}, which is read.`),
    ...[...mentioned].filter((name) => !read.has(name)).map((name) => `.env.example mentions ${name}, which nothing reads.`),
    ...[...mentioned].filter((name) => read.has(name)).flatMap((name) => markFault(name, known, example) ?? []),
  ];
}

function markFault(name: string, known: Parameters<typeof settingFaults>[0], example: string): string | undefined {
  const both = known.processes.has(name) && known.containers.has(name);
  const due = both ? '' : ONLY[known.processes.has(name) ? 'processes' : 'containers'];
  const paragraph = example.split(/\n{2,}/).find((one) => new RegExp(`^# ${name}=`, 'm').test(one)) ?? '';
  const found = Object.values(ONLY).filter((mark) => paragraph.includes(mark));
  if (found.join() === due) return undefined;
  if (both) return `.env.example: ${name} is read by processes and containers; the lines above it say otherwise.`;
  return `.env.example: the lines above ${name} have to begin with "${due}", since nothing else reads it.`;
}
