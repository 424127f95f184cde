import { readFileSync } from 'node:fs';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { documentData, type DocumentKind } from '../../extensions/core/src/documents/documentData.ts';
import { renderWord } from '../../extensions/core/src/documents/renderWord.ts';
import { sealZip } from '../../extensions/core/src/documents/sealZip.ts';
import type { Stack } from '../../scripts/stack/Stack.ts';
import type { Figure } from './Figure.ts';
import { figureOf } from './figureOf.ts';
import { quantile } from './quantile.ts';

const ROUNDS = 200;
const TABLE_ROUNDS = 20;
const VISITS = 300;

const folder = (kind: DocumentKind): URL => new URL(`../../schema/templates/${kind}/`, import.meta.url);
const template = (kind: DocumentKind): Buffer => readFileSync(new URL('template.docx', folder(kind)));
const sample = (kind: DocumentKind): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL('sample.json', folder(kind)), 'utf8')) as Record<string, unknown>;
/** Word documents in this process: ours against docxtemplater alone, a long table, and the documents of a month's visits in one .zip. */
export async function benchDocuments(stack: Stack, report: (line: string) => void): Promise<Figure[]> {
  await stack.n8n.stop();
  report(`${ROUNDS} rounds of ours and of docxtemplater alone`);
  const list = { template: template('task_list'), data: documentData('task_list', sample('task_list')) };
  const ours: number[] = [];
  const alone: number[] = [];
  for (let round = -20; round < ROUNDS; round += 1) {
    const one = timed(() => renderWord(list.template, list.data));
    const other = timed(() => withoutOurs(list.template, list.data));
    if (round >= 0) {
      ours.push(one);
      alone.push(other);
    }
  }
  report('tables of 1,000 rows');
  const [row] = sample('roster').rows as object[];
  const long = documentData('roster', { rows: Array.from({ length: 1000 }, () => row) });
  const tables = Array.from({ length: TABLE_ROUNDS }, () => timed(() => renderWord(template('roster'), long)));
  report(`${VISITS} visits`);
  const month = timed(() => {
    const zip = new PizZip();
    for (let visit = 0; visit < VISITS; visit += 1)
      for (const kind of ['task_list', 'work_log'] as const)
        zip.file(`${kind}-${visit}.docx`, renderWord(template(kind), documentData(kind, sample(kind))));
    sealZip(zip);
  });
  return [
    figureOf('task list: ours, p50', 'ms', quantile(ours, 0.5), ROUNDS),
    figureOf('task list: docxtemplater alone, p50', 'ms', quantile(alone, 0.5), ROUNDS),
    figureOf('ours ÷ docxtemplater alone, p50', '×', quantile(ours, 0.5) / quantile(alone, 0.5), ROUNDS, 1.2),
    figureOf('table of 1,000 rows, p95', 'ms', quantile(tables, 0.95), TABLE_ROUNDS, 300),
    figureOf(`task list and work log of ${VISITS} visits, in one .zip`, 's', month / 1000, 1),
    figureOf('memory of the process after that', 'MiB', process.memoryUsage.rss() / 2 ** 20, 1),
  ];
}

function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function withoutOurs(bytes: Uint8Array, data: Record<string, unknown>): Uint8Array {
  const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true, nullGetter: () => '' });
  document.render(data);
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}
