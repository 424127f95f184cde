import { readFile } from 'node:fs/promises';
import { documentData, type DocumentKind } from '@zhudian/core/documents/documentData.ts';
import { BUILT_IN } from './templateInForce.ts';

/** The invented data of a kind that comes with its template: what a template is checked and shown with. */
export async function sampleData(kind: DocumentKind): Promise<Record<string, unknown>> {
  const facts: unknown = JSON.parse(await readFile(new URL(`${kind}/sample.json`, BUILT_IN), 'utf8'));
  return documentData(kind, facts);
}
