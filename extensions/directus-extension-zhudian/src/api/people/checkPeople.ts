import { normaliseCreditCode } from '@zhudian/core/enterprises/creditCode.ts';
import { validateEnterprise } from '@zhudian/core/enterprises/validateEnterprise.ts';
import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { validateCounty } from '@zhudian/core/people/validateCounty.ts';
import { normaliseEmail } from '@zhudian/core/mail/email.ts';
import { normalisePhone } from '@zhudian/core/people/phone.ts';
import { validatePerson } from '@zhudian/core/people/validatePerson.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import { loginFault } from './loginFault.ts';

type Row = Record<string, unknown>;

const NORMAL: Readonly<Record<string, (text: string) => string>> = { uscc: normaliseCreditCode, phone: normalisePhone, email: normaliseEmail };
const RULES: Readonly<Record<string, (row: Row) => FieldFault[]>> = {
  enterprises: validateEnterprise,
  counties: validateCounty,
  inspectors: (row) => validatePerson('inspector', row),
  contacts: (row) => validatePerson('contact', row),
};
/** The collections of people and places whose texts are kept in one way of writing. */
export const PEOPLE = Object.keys(RULES);

/** Checks a new enterprise, county, inspector or contact; gives it as it is kept. */
export async function checkNewPerson(collection: string, payload: Row, by: Caller): Promise<Row> {
  const row = normalise(payload);
  const faults = [...(await knownCode(collection, row, [], by.database)), ...(collection === 'inspectors' ? await loginFault(row, by) : [])];
  throwFaults(collection, [...(RULES[collection]?.(row) ?? []), ...faults]);
  return row;
}

/** Checks a change of some of them, each with what it has already. */
export async function checkChangedPeople(collection: string, change: Row, keys: readonly string[], by: Caller): Promise<Row> {
  const { database } = by;
  const sent = normalise(change);
  const rows = (await database(collection).whereIn('id', keys).select('*')) as Row[];
  const faults = await knownCode(collection, sent, keys, database);
  for (const row of rows) {
    const draft = { ...row, ...sent };
    // A form sends the login that is there already as well.
    const isTied = collection === 'inspectors' && 'user' in sent && keyOf(sent.user) !== row.user;
    // A row of before a rule has its fault already: it is told where the change touches it.
    const known = new Set(RULES[collection]?.(row).map(({ rule }) => rule));
    const own = (RULES[collection]?.(draft) ?? []).filter(({ field, rule }) => !known.has(rule) || field in sent);
    throwFaults(collection, [...own, ...faults, ...(isTied ? await loginFault(draft, by) : [])]);
  }
  return sent;
}

function normalise(payload: Row): Row {
  const row = { ...payload };
  for (const [field, normal] of Object.entries(NORMAL)) {
    const value = row[field];
    if (typeof value === 'string') row[field] = normal(value) || null;
  }
  return row;
}

/** An enterprise is known by its code: the second one under the same code is the same enterprise. */
async function knownCode(collection: string, { uscc }: Row, except: readonly string[], database: Caller['database']): Promise<FieldFault[]> {
  if (collection !== 'enterprises' || typeof uscc !== 'string') return [];
  const other: unknown = await database('enterprises').where({ uscc }).whereNotIn('id', except).first('id');
  if (!other) return [];
  return [
    { field: 'uscc', rule: 'enterprise.uscc.unique', message: `统一社会信用代码“${uscc}”已登记在另一家企业名下；请先查询该企业，不要重复登记` },
  ];
}
