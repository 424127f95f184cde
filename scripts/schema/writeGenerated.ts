import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderAccess } from '../../schema/access/renderAccess.ts';
import { renderGlossary } from '../docs/renderGlossary.ts';
import { TERMS } from '../docs/terms.ts';
import { readNames } from './readNames.ts';
import { readSnapshot } from './readSnapshot.ts';
import { readWords } from './readWords.ts';
import { renderTypes } from './renderTypes.ts';

const REPOSITORY = new URL('../../', import.meta.url);

/** What is made from the data model, and never written by hand. */
const GENERATED: Readonly<Record<string, () => string>> = {
  'schema/types.ts': () => renderTypes(readSnapshot()),
  'docs/permissions.md': () => renderAccess(readNames()),
  'docs/glossary.md': () => renderGlossary(readSnapshot(), { 'en-US': readWords('en-US'), 'zh-CN': readWords('zh-CN') }, TERMS),
};

/** Writes the generated files; with `check` it only gives the names of those that are stale. */
export function writeGenerated(options: { readonly check?: boolean } = {}): string[] {
  const stale = Object.entries(GENERATED).filter(([file, render]) => readOrEmpty(file) !== render());
  if (!options.check) for (const [file, render] of stale) writeFileSync(new URL(file, REPOSITORY), render());
  return stale.map(([file]) => file);
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(fileURLToPath(new URL(file, REPOSITORY)), 'utf8');
  } catch {
    return '';
  }
}
