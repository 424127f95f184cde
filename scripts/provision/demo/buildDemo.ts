import { makeContacts } from './contacts.ts';
import { monthStart } from './days.ts';
import type { DemoData } from './DemoData.ts';
import { makeEnterprises } from './enterprises.ts';
import { makeHazards } from './hazards.ts';
import { makeInspectors } from './inspectors.ts';
import { Random } from './Random.ts';
import { makeTaskItems, makeTaskLists } from './taskLists.ts';
import { makeTeams, memberRows, teamRows } from './teams.ts';
import { signatureOf } from './signatureOf.ts';
import { makeVisits } from './visits.ts';

/**
 * Some months of invented work that end on the day given. The same day gives the same rows.
 *
 * @param today `YYYY-MM-DD`
 */
export function buildDemo(today: string): DemoData {
  const random = new Random(20_230_801);
  const enterprises = makeEnterprises(random);
  const inspectors = makeInspectors(random);
  const teams = makeTeams(enterprises, inspectors, today, random);
  const visits = makeVisits(teams, today, random);
  const hazards = makeHazards(visits, today, random);
  const date_created = `${monthStart(today, 6)}T09:00:00+08:00`;
  // Last of all: chance goes on for everything else as before.
  const contacts = makeContacts(random);
  return {
    signatures: inspectors.map(({ id }) => ({ id: signatureOf(id) })),
    contacts: contacts.map((row) => ({ ...row, date_created })),
    enterprises: enterprises.map(({ row }) => ({ ...row, date_created })),
    inspectors: inspectors.map(({ row }) => ({ ...row, date_created })),
    teams: teamRows(teams).map((row) => ({ ...row, date_created })),
    team_members: memberRows(teams).map((row) => ({ ...row, date_created })),
    task_lists: makeTaskLists(today).map((row) => ({ ...row, date_created })),
    task_items: makeTaskItems().map((row) => ({ ...row, date_created })),
    visits: visits.map(({ row }) => row),
    visit_inspectors: visits.flatMap(({ people, row }) => people.map((one) => ({ ...one, date_created: row.date_created }))),
    visit_items: visits.flatMap(({ items, row }) => items.map((one) => ({ ...one, date_created: row.date_created }))),
    hazards: hazards.map(({ row }) => row),
    hazard_events: hazards.flatMap(({ events }) => events),
  };
}
