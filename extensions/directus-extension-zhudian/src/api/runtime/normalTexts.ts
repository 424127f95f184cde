import { normalLine, normalText } from '@zhudian/core/text/normalText.ts';
import type { SchemaOverview } from '@directus/types';
import type { Payload } from './Payload.ts';

/** Characters from which on a text is none that anybody wrote: it is refused for its length, and not looked through before. */
const TOO_LONG = 200_000;

/** The texts of a row of one of our collections as they are kept, whoever sends them: the fields of one line and those of several. */
export function normalTexts(collection: string, payload: Payload, schema: SchemaOverview): Payload {
  const fields = schema.collections[collection]?.fields;
  if (!fields || collection.startsWith('directus_')) return payload;
  return Object.fromEntries(
    Object.entries(payload).map(([field, value]) => {
      if (typeof value !== 'string' || value.length > TOO_LONG) return [field, value];
      const type = fields[field]?.type;
      return [field, type === 'text' ? normalText(value) : type === 'string' ? normalLine(value) : value];
    }),
  );
}
