import type { Snapshot, SnapshotCollection, SnapshotField, SnapshotRelation } from './Snapshot.ts';

const HEAD = `/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

`;

/** How a value of a column travels in JSON. Decimals and big integers are strings: no figure is rounded on its way. */
const COLUMN: Record<string, string> = {
  bigInteger: 'string',
  boolean: 'boolean',
  date: 'string',
  dateTime: 'string',
  decimal: 'string',
  float: 'number',
  integer: 'number',
  json: 'unknown',
  string: 'string',
  text: 'string',
  time: 'string',
  timestamp: 'string',
  uuid: 'string',
};

/** TypeScript for `@directus/sdk`: an interface for each collection and the `Schema` that joins them. */
export function renderTypes(snapshot: Snapshot): string {
  const tables = snapshot.collections.filter((collection) => collection.schema).sort((a, b) => compare(a.collection, b.collection));
  const own = new Set(tables.map((table) => table.collection));
  const custom = [...new Set(snapshot.fields.map((field) => field.collection))].filter((name) => !own.has(name)).sort(compare);
  const known = new Set([...own, ...custom]);
  const parts = [
    ...tables.map((table) => render(table, snapshot, known)),
    ...custom.map((name) => renderBody(`/** Fields of ours in a collection of Directus. */`, name, snapshot, known)),
    renderSchema(tables, custom),
  ];
  return HEAD + parts.join('\n');
}

function render(table: SnapshotCollection, snapshot: Snapshot, known: ReadonlySet<string>): string {
  return renderBody(`/** ${label(table.meta.translations) ?? table.collection} */`, table.collection, snapshot, known);
}

function renderBody(comment: string, collection: string, snapshot: Snapshot, known: ReadonlySet<string>): string {
  const fields = snapshot.fields
    .filter((field) => field.collection === collection && !field.meta.special?.includes('no-data'))
    .sort((a, b) => compare(a.field, b.field));
  const lines = fields.map(
    (field) => `  /** ${label(field.meta.translations) ?? field.field} */\n  ${field.field}: ${typeOf(field, snapshot.relations, known)};`,
  );
  return `${comment}\nexport interface ${typeName(collection)} {\n${lines.join('\n')}\n}\n`;
}

function typeOf(field: SnapshotField, relations: readonly SnapshotRelation[], known: ReadonlySet<string>): string {
  if (field.type === 'alias') {
    const many = relations.find((relation) => relation.related_collection === field.collection && relation.meta.one_field === field.field);
    return many ? `${typeName(many.collection)}[] | string[]` : 'unknown';
  }
  const one = relations.find((relation) => relation.collection === field.collection && relation.field === field.field)?.related_collection;
  const value = one
    ? known.has(one) && !one.startsWith('directus_')
      ? `${typeName(one)} | string`
      : 'string'
    : (choices(field) ?? COLUMN[field.type] ?? 'unknown');
  return field.schema?.is_nullable === false || value === 'unknown' ? value : `${value} | null`;
}

function choices(field: SnapshotField): string | null {
  const list = field.meta.options?.choices;
  if (field.type !== 'string' || !Array.isArray(list)) return null;
  return list.map((choice: { value: string }) => `'${choice.value}'`).join(' | ');
}

function renderSchema(tables: readonly SnapshotCollection[], custom: readonly string[]): string {
  const lines = [
    ...tables.map(({ collection, meta }) => `  ${collection}: ${typeName(collection)}${meta.singleton ? '' : '[]'};`),
    ...custom.map((name) => `  ${name}: ${typeName(name)};`),
  ];
  return `/** For \`createDirectus<Schema>()\`. */\nexport interface Schema {\n${lines.join('\n')}\n}\n`;
}

const SINGULAR: Record<string, string> = { counties: 'county', deliveries: 'delivery' };

/** `visit_items` → `VisitItem`, `directus_users` → `DirectusUserExtras`. */
function typeName(collection: string): string {
  const words = collection.split('_');
  const last = words.pop() ?? '';
  const plural = !['settings', 'outbox', 'before', 'after', 'photos'].includes(last);
  const one = SINGULAR[last] ?? (plural ? last.replace(/s$/, '') : last);
  const name = [...words, one].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return collection.startsWith('directus_') ? `${name}Extras` : name;
}

function label(translations: SnapshotField['meta']['translations']): string | null {
  const text = (language: string): string | undefined => translations?.find((one) => one.language === language)?.translation;
  const both = [text('zh-CN'), text('en-US')].filter(Boolean);
  return both.length > 0 ? both.join(' · ') : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
