import { documentFilename } from '@zhudian/core/documents/documentFilename.ts';
import { entryName } from '@zhudian/core/documents/entryName.ts';
import { renderWord } from '@zhudian/core/documents/renderWord.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { gatherVisit } from '../../visits/gatherVisit.ts';
import { visitData, visitFilename, type VisitKind } from '../gather/visitDocument.ts';
import { photoBytes } from '../photoBytes.ts';

/** A file of the archive. */
export interface Part {
  readonly name: string;
  readonly content: Buffer;
}

/** The documents of one visit: annexes 2 and 3, and the notice to the enterprise where hazards were found. `taken` gets their names. */
export async function visitParts(
  visit: string,
  templates: Readonly<Record<VisitKind, Uint8Array>>,
  taken: Set<string>,
  runtime: Runtime,
): Promise<Part[]> {
  const facts = await gatherVisit(visit, runtime.database);
  if (!facts) return [];
  const images = await photoBytes(facts.photos, runtime);
  const kinds: VisitKind[] = facts.hazards.length > 0 ? ['task_list', 'work_log', 'rectification_notice'] : ['task_list', 'work_log'];
  const parts: Part[] = [];
  for (const kind of kinds) {
    const content = Buffer.from(renderWord(templates[kind], await visitData(kind, facts, runtime.database), images));
    const folder = documentFilename('', facts.county.name, '', '').replace(/\.docx$/, '');
    const name = entryName(folder, visitFilename(kind, facts), taken);
    taken.add(name);
    parts.push({ name, content });
  }
  return parts;
}
