import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { benchDocuments } from './documents.ts';
import { benchEscalation } from './escalation.ts';
import type { Figure } from './Figure.ts';
import { benchLists } from './lists.ts';
import { benchLoad } from './load.ts';
import { benchRoster } from './roster.ts';
import { benchSave } from './save.ts';
import { benchStatistics } from './statistics.ts';
import { freePortBase } from '../../scripts/stack/freePortBase.ts';
import { readStackConfig } from '../../scripts/stack/readStackConfig.ts';
import { startStack } from '../../scripts/stack/startStack.ts';

const BENCHES = {
  escalation: benchEscalation,
  save: benchSave,
  roster: benchRoster,
  lists: benchLists,
  load: benchLoad,
  documents: benchDocuments,
  statistics: benchStatistics,
} as const;

const command = new Command('npm run bench --')
  .description('Measures on a stack of its own; a table for people on stderr, JSON on stdout.')
  .addArgument(new Argument('<bench>', 'what to measure').choices(Object.keys(BENCHES)))
  .option('--minutes <n>', 'how long the load lasts (load only)', Number, 5)
  .parse();
const [bench] = command.processedArgs as [keyof typeof BENCHES];
const { minutes } = command.opts<{ minutes: number }>();

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const dataDir = await mkdtemp(join(tmpdir(), 'zhudian-bench-'));
const config = readStackConfig({ ...process.env, ZHUDIAN_DATA_DIR: dataDir, ZHUDIAN_PORT_BASE: String(await freePortBase()) });
const stack = await startStack(config, say);
try {
  const figures = await BENCHES[bench](stack, say, minutes);
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown', node: process.version };
  process.stdout.write(`${JSON.stringify({ bench, at: new Date().toISOString(), machine, figures }, null, 2)}\n`);
  say(table(figures));
} finally {
  await stack.close();
  await rm(dataDir, { recursive: true, force: true });
}

function table(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ name, unit, measured, goal, samples }) => `| ${name} | ${round(measured)} ${unit} | ${goal === null ? '' : `${goal} ${unit}`} | ${samples} |`,
  );
  return ['| what | measured | goal | samples |', '|---|---|---|---|', ...rows].join('\n');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
