import type { Caller } from '../runtime/Caller.ts';
import { PerTransaction } from '../runtime/PerTransaction.ts';

type Row = Record<string, unknown>;

/**
 * A new row with what the caller's permission presets, where nothing was given: the county of a county's officer above all, which its forms do
 * not ask for. Directus fills presets in only after the rules have been heard, and a rule would demand what nobody can give.
 */
export async function withPresets(collection: string, payload: Row, { accountability, database }: Caller): Promise<Row> {
  if (accountability === null || accountability.admin || !accountability.user) return payload;
  const { user, roles } = accountability;
  const preset = await presets.get(database, `${user} ${collection}`, () => presetsOf(collection, user, roles, database));
  const missing = Object.entries(preset).filter(([field]) => payload[field] === undefined || payload[field] === null);
  return missing.length === 0 ? payload : { ...payload, ...Object.fromEntries(missing) };
}

const presets = new PerTransaction<Row>();
const OWN = /^\$CURRENT_USER\.([a-z_]+)$/;

async function presetsOf(collection: string, user: string, roles: readonly string[], database: Caller['database']): Promise<Row> {
  const rows: { presets: Row | string | null }[] = await database('directus_permissions AS p')
    .join('directus_access AS a', 'a.policy', 'p.policy')
    .where({ 'p.collection': collection, 'p.action': 'create' })
    .where((either) => void either.whereIn('a.role', roles).orWhere('a.user', user))
    .select('p.presets');
  const all = new Map(rows.flatMap(({ presets: one }) => Object.entries(typeof one === 'string' ? (JSON.parse(one) as Row) : (one ?? {}))));
  const own = (value: unknown): string | undefined => (typeof value === 'string' ? OWN.exec(value)?.[1] : undefined);
  const person: Row = [...all.values()].some((value) => own(value) !== undefined)
    ? ((await database('directus_users').where({ id: user }).first<Row | undefined>()) ?? {})
    : {};
  const given: Row = {};
  for (const [field, value] of all) {
    const column = own(value);
    const found = column === undefined ? value : person[column];
    // Other variables are Directus's to resolve; who has no county is refused by it as before.
    if (found !== undefined && found !== null && !(typeof found === 'string' && found.startsWith('$'))) given[field] = found;
  }
  return given;
}
