import { documentFilename } from '@zhudian/core/documents/documentFilename.ts';
import { DOCUMENT_NAMES } from '@zhudian/core/documents/tagMeanings.ts';
import { rosterData, type RosterFacts } from '@zhudian/core/roster/rosterData.ts';
import type { Gather } from './Gather.ts';
import { today } from '../../clock/today.ts';
import { teamInForceSql } from '../../sql/teamInForceSql.ts';

type Person = RosterFacts['rows'][number]['people'][number];
type Row = Omit<RosterFacts['rows'][number], 'people'> & { readonly people: Person[] | null };

/** Gathers annex 1: the enterprises in service of a county, or of all in their order, each with its team of today, its leader first. */
export const rosterDocument: Gather = async ({ county }, { database }) => {
  const name: string | undefined = county ? (await database('counties').where({ id: county }).first('name'))?.name : '';
  if (name === undefined) return null;
  const rows = await database('enterprises as e')
    .join('counties as c', 'c.id', 'e.county')
    .where(county ? { 'c.id': county } : { 'c.status': 'active' })
    .where('e.status', 'active')
    .orderBy(['c.sort', 'c.name', 'e.name', 'e.id'])
    .select<Row[]>('c.name as county', 'e.name as enterprise', 'e.uscc', database.raw(`${TEAM} AS people`));
  const facts: RosterFacts = { rows: rows.map((row) => ({ ...row, people: row.people ?? [] })) };
  return { document: rosterData(facts), photos: [], filename: documentFilename(DOCUMENT_NAMES.roster, name, '', await today(database)) };
};

const TEAM = `(
  SELECT json_agg(json_build_object('name', i.name, 'level', i.level, 'phone', i.phone) ORDER BY m.is_lead DESC NULLS LAST, i.name, i.id)
  FROM teams t JOIN team_members m ON m.team = t.id JOIN inspectors i ON i.id = m.inspector
  WHERE t.enterprise = e.id AND i.status = 'active' AND ${teamInForceSql('t', 'zhudian_today()')}
)`;
