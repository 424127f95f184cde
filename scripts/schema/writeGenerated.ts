import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../build/fingerprint.ts';
import { renderAccess } from '../../schema/access/renderAccess.ts';
import { renderGlossary } from '../docs/renderGlossary.ts';
import { TERMS } from '../docs/terms.ts';
import { readNames } from './readNames.ts';
import { readSnapshot } from './readSnapshot.ts';
import { readWords } from './readWords.ts';
import { renderLevel } from './renderLevel.ts';
import { renderTypes } from './renderTypes.ts';

const REPOSITORY = new URL('../../', import.meta.url);
/** Holds nothing that is not generated. */
const TYPES = 'schema/types/';
/** What a start writes into the databases. */
const LEVELLED = ['schema/sql', 'schema/directus', 'schema/seeds', 'schema/templates', 'workflows'];

/** Writes what is made from the data model, and never by hand; with `check` it only gives the names of the files that are stale. */
export function writeGenerated(options: { readonly check?: boolean } = {}): string[] {
  const snapshot = readSnapshot();
  const types = renderTypes(snapshot);
  const files = {
    ...Object.fromEntries(Object.entries(types).map(([name, text]) => [TYPES + name, text])),
    'docs/permissions.md': renderAccess(readNames()),
    'schema/level.json': renderLevel(fingerprint(fileURLToPath(REPOSITORY), LEVELLED), readOrEmpty('schema/level.json')),
    'docs/glossary.md': renderGlossary(snapshot, { 'en-US': readWords('en-US'), 'zh-CN': readWords('zh-CN') }, TERMS),
  };
  const stale = Object.entries(files).filter(([file, text]) => readOrEmpty(file) !== text);
  const gone = existing(TYPES).filter((name) => !(name in types));
  if (!options.check) {
    mkdirSync(new URL(TYPES, REPOSITORY), { recursive: true });
    for (const [file, text] of stale) writeFileSync(new URL(file, REPOSITORY), text);
    for (const name of gone) rmSync(new URL(TYPES + name, REPOSITORY));
  }
  return [...stale.map(([file]) => file), ...gone.map((name) => TYPES + name)];
}

function existing(folder: string): string[] {
  try {
    return readdirSync(fileURLToPath(new URL(folder, REPOSITORY)));
  } catch {
    return [];
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(fileURLToPath(new URL(file, REPOSITORY)), 'utf8');
  } catch {
    return '';
  }
}
