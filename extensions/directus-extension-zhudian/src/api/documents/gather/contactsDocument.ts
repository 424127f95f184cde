import { documentFilename } from '@zhudian/core/documents/documentFilename.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import { contactsData, type ContactsFacts } from '@zhudian/core/people/contactsData.ts';
import type { Gather } from './Gather.ts';
import { today } from '../../clock/today.ts';

interface Row {
  readonly county: string;
  readonly name: string | null;
  readonly position: string | null;
  readonly phone: string | null;
}

/** Gathers annex 5: the contacts of a county, or of all in their order, the main one of each first; and the counties that have none. */
export const contactsDocument: Gather = async ({ county }, { database }) => {
  const rows = await database('counties as c')
    .leftJoin('contacts as p', (join) => void join.on('p.county', 'c.id').andOnVal('p.status', 'active'))
    .where(county ? { 'c.id': county } : { 'c.status': 'active' })
    .orderBy(['c.sort', 'c.name', { column: 'p.is_primary', order: 'desc' }, 'p.name', 'p.id'])
    .select<Row[]>('c.name as county', 'p.name', 'p.position', 'p.phone');
  if (county && rows.length === 0) return null;
  const facts: ContactsFacts = {
    contacts: rows.flatMap(({ name, position, phone }) => (name ? [{ name, organisation: null, position, phone }] : [])),
    missing: rows.filter(({ name }) => !name).map((row) => row.county),
  };
  const filename = documentFilename(DOCUMENT_NAMES.contacts, county ? (rows[0]?.county ?? '') : '', '', await today(database));
  return { document: contactsData(facts), photos: [], filename };
};
