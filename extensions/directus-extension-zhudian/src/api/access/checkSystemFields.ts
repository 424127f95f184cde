import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import type { Caller } from '../runtime/Caller.ts';
import { PerTransaction } from '../runtime/PerTransaction.ts';
import { throwFaults } from '../errors/fieldFaults.ts';

type Row = Record<string, unknown>;

interface SystemField {
  readonly field: string;
  readonly label: string | null;
}

/** Keys that whoever makes a row may give it: a phone that is off line names its rows itself. */
const OWN_KEYS = ['id', 'client_key'];
/** Directus writes these with every save, whatever is sent. */
const WRITTEN_ANYWAY = new Set(['user_created', 'date_created', 'user_updated', 'date_updated']);

/**
 * Keeps what the system notes out of everybody's hands, the administrator's included: who made a row and when, when it was handed in, reported,
 * confirmed, what it was counted with. The data model says which fields those are: the ones that its forms only show.
 *
 * @returns a new row without what Directus itself fills in, which a copy of another row brings along; a change as it is
 */
export async function checkSystemFields(action: 'create' | 'update', collection: string, payload: Row, caller: Caller): Promise<Row> {
  if (caller.accountability === null) return payload;
  const system = await fields.get(caller.database, collection, () => systemFields(collection, caller.database));
  const sent = system.filter(({ field }) => field in payload);
  if (sent.length === 0) return payload;
  const told = sent.filter(
    ({ field }) => action === 'update' || (!WRITTEN_ANYWAY.has(field) && payload[field] !== null && payload[field] !== undefined),
  );
  throwFaults(collection, told.map(refused));
  const left = new Set(sent.map(({ field }) => field));
  return Object.fromEntries(Object.entries(payload).filter(([field]) => !left.has(field)));
}

const refused = ({ field, label }: SystemField): FieldFault => ({
  field,
  rule: 'field.system',
  message: `“${label ?? field}”由系统记录，不能填写或改动；请去掉这一项后再保存`,
});

const fields = new PerTransaction<SystemField[]>();

async function systemFields(collection: string, database: Caller['database']): Promise<SystemField[]> {
  const { rows } = await database.raw<{ rows: SystemField[] }>(
    `SELECT f.field, (SELECT t ->> 'translation' FROM json_array_elements(CASE json_typeof(f.translations) WHEN 'array' THEN f.translations ELSE '[]' END) t
         WHERE t ->> 'language' = 'zh-CN' LIMIT 1) AS label
     FROM directus_fields f WHERE f.collection = ? AND f.readonly AND f.field <> ALL (?)
       AND coalesce(f.special, '') !~ '(^|,)(o2m|m2m|m2a|alias|no-data)(,|$)'`,
    [collection, OWN_KEYS],
  );
  return rows;
}
