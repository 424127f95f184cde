import type { FieldFault } from '../errors/FieldFault.ts';
import { plainTextFault } from './plainTextFault.ts';

/**
 * What is wrong with the long texts of a row, each at its field.
 *
 * @param kind what the row is, the first word of each rule
 * @param texts the label of each field
 */
export function textFaults(kind: string, texts: Readonly<Record<string, string>>, row: Readonly<Record<string, unknown>>): FieldFault[] {
  return Object.entries(texts).flatMap(([field, label]) => {
    const value = row[field];
    const message = typeof value === 'string' ? plainTextFault(value, label, 20_000) : null;
    return message ? [{ field, rule: `${kind}.${field}.plain`, message }] : [];
  });
}
