import { DOCUMENT_DATA } from '@zhudian/core/documents/documentData.ts';
import { documentFilename } from '@zhudian/core/documents/documentFilename.ts';
import { entryName } from '@zhudian/core/documents/entryName.ts';
import { renderWord } from '@zhudian/core/documents/renderWord.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import type { Runtime } from '../Runtime.ts';
import { gatherVisit } from '../visits/gatherVisit.ts';
import { photoBytes } from '../watchdog/photoBytes.ts';

type Kind = 'task_list' | 'work_log' | 'rectification_notice';

/** A file of the archive. */
export interface Part {
  readonly name: string;
  readonly content: Buffer;
}

/** The documents of one visit: annexes 2 and 3, and the notice to the enterprise where hazards were found. `taken` gets their names. */
export async function visitParts(
  visit: string,
  templates: Readonly<Record<Kind, Uint8Array>>,
  taken: Set<string>,
  runtime: Runtime,
): Promise<Part[]> {
  const facts = await gatherVisit(visit, runtime.database);
  if (!facts) return [];
  const images = await photoBytes(facts.photos, runtime);
  const kinds: Kind[] = facts.hazards.length > 0 ? ['task_list', 'work_log', 'rectification_notice'] : ['task_list', 'work_log'];
  return kinds.map((kind) => {
    const content = Buffer.from(renderWord(templates[kind], DOCUMENT_DATA[kind](facts), images));
    const file = documentFilename(DOCUMENT_NAMES[kind], facts.county.name, facts.enterprise.name, facts.visit.visited_on);
    const name = entryName(documentFilename('', facts.county.name, '', '').replace(/\.docx$/, ''), file, taken);
    taken.add(name);
    return { name, content };
  });
}
