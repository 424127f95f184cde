import type { Snapshot, SnapshotCollection, SnapshotField, SnapshotRelation } from './Snapshot.ts';

const HEAD = `/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

`;

/** What the driver of PostgreSQL makes of a column. Decimals and big integers are strings: no figure is rounded on its way. */
const COLUMN: Record<string, string> = {
  bigInteger: 'string',
  boolean: 'boolean',
  date: 'Date',
  dateTime: 'Date',
  decimal: 'string',
  float: 'number',
  integer: 'number',
  json: 'unknown',
  string: 'string',
  text: 'string',
  time: 'string',
  timestamp: 'Date',
  uuid: 'string',
};

/** TypeScript for the rows of each collection of ours as PostgreSQL gives them, and `Rows`, which joins them; by the names of their files. */
export function renderTypes(snapshot: Snapshot): Record<string, string> {
  const tables = snapshot.collections.filter((collection) => collection.schema).sort((a, b) => compare(a.collection, b.collection));
  return Object.fromEntries([
    ...tables.map((table) => [`${typeName(table.collection)}.ts`, HEAD + renderRow(table, snapshot)]),
    ['Rows.ts', HEAD + renderRows(tables)],
  ]) as Record<string, string>;
}

function renderRow({ collection, meta }: SnapshotCollection, snapshot: Snapshot): string {
  const fields = snapshot.fields
    .filter((field) => field.collection === collection && field.type !== 'alias')
    .sort((a, b) => compare(a.field, b.field));
  const lines = fields.map(
    (field) => `  /** ${label(field.meta.translations) ?? field.field} */\n  ${field.field}: ${typeOf(field, snapshot.relations)};`,
  );
  return `/** ${label(meta.translations) ?? collection} */\nexport interface ${typeName(collection)} {\n${lines.join('\n')}\n}\n`;
}

function typeOf(field: SnapshotField, relations: readonly SnapshotRelation[]): string {
  const isKey = relations.some((one) => one.collection === field.collection && one.field === field.field && one.related_collection !== null);
  const value = isKey ? 'string' : (choices(field) ?? COLUMN[field.type] ?? 'unknown');
  return field.schema?.is_nullable === false || value === 'unknown' ? value : `${value} | null`;
}

function choices(field: SnapshotField): string | null {
  const list = field.meta.options?.choices;
  if (field.type !== 'string' || !Array.isArray(list)) return null;
  return list.map((choice: { value: string }) => `'${choice.value}'`).join(' | ');
}

function renderRows(tables: readonly SnapshotCollection[]): string {
  const names = tables.map(({ collection }) => typeName(collection));
  const imports = [...names].sort(compare).map((name) => `import type { ${name} } from './${name}.ts';`);
  const lines = tables.map(({ collection }) => `  ${collection}: ${typeName(collection)};`);
  return `${imports.join('\n')}\n\n/** The row of each table. */\nexport interface Rows {\n${lines.join('\n')}\n}\n`;
}

const SINGULAR: Record<string, string> = { counties: 'county', deliveries: 'delivery' };

/** `visit_items` → `VisitItem`. */
function typeName(collection: string): string {
  const words = collection.split('_');
  const last = words.pop() ?? '';
  const plural = !['settings', 'outbox', 'before', 'after', 'photos'].includes(last);
  const one = SINGULAR[last] ?? (plural ? last.replace(/s$/, '') : last);
  return [...words, one].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function label(translations: SnapshotField['meta']['translations']): string | null {
  const text = (language: string): string | undefined => translations?.find((one) => one.language === language)?.translation;
  const both = [text('zh-CN'), text('en-US')].filter(Boolean);
  return both.length > 0 ? both.join(' · ') : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
