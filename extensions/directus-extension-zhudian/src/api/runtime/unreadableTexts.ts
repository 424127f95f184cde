import type { SchemaOverview } from '@directus/types';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { plainTextFault } from '@zhudian/core/text/plainTextFault.ts';

/** The texts of a row that nobody can read, print or mail, each at its field; asked after a collection's own rules, which know the field's name. */
export function unreadableTexts(collection: string, payload: Readonly<Record<string, unknown>>, schema: SchemaOverview): FieldFault[] {
  const fields = schema.collections[collection]?.fields ?? {};
  return Object.entries(payload).flatMap(([field, value]) => {
    const type = fields[field]?.type;
    if (typeof value !== 'string' || (type !== 'text' && type !== 'string')) return [];
    const message = plainTextFault(value, '填写的内容', Number.POSITIVE_INFINITY);
    return message ? [{ field, rule: `${collection}.${field}.plain`, message }] : [];
  });
}
