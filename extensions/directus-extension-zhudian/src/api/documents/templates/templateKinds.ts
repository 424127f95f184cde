import type { Office } from '@zhudian/core/documents/Office.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import { tagsOf, type Tag } from '@zhudian/core/documents/tagsOf.ts';
import { TEMPLATE_KEYS, templateOf } from '@zhudian/core/documents/templateOf.ts';
import { sampleData } from './sampleData.ts';

/** A kind of document that has a template, and what may stand in it. */
export interface TemplateKind {
  readonly key: string;
  readonly name: string;
  readonly office: Office;
  readonly tags: readonly Tag[];
}

/** The kinds of documents in the order of `TEMPLATE_KEYS`. */
export async function templateKinds(): Promise<TemplateKind[]> {
  const kinds: TemplateKind[] = [];
  for (const key of TEMPLATE_KEYS) {
    const of = templateOf(key);
    if (of) kinds.push({ key, name: DOCUMENT_NAMES[of.kind], office: of.office, tags: tagsOf(await sampleData(of.kind)) });
  }
  return kinds;
}
