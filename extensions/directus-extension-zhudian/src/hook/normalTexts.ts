import { normalLine, normalText } from '@zhudian/core/text/normalText.ts';
import type { SchemaOverview } from '@directus/types';

type Payload = Record<string, unknown>;

/** The texts of a row of one of our collections as they are kept, whoever sends them: the fields of one line and those of several. */
export function normalTexts(collection: string, payload: Payload, schema: SchemaOverview): Payload {
  const fields = schema.collections[collection]?.fields;
  if (!fields || collection.startsWith('directus_')) return payload;
  return Object.fromEntries(
    Object.entries(payload).map(([field, value]) => {
      if (typeof value !== 'string') return [field, value];
      const type = fields[field]?.type;
      return [field, type === 'text' ? normalText(value) : type === 'string' ? normalLine(value) : value];
    }),
  );
}
