import { unsignedLink } from '@zhudian/core/acknowledgement/confirmationLink.ts';
import type { HazardFacts, PersonFacts, PhotoFacts } from '@zhudian/core/hazards/HazardFacts.ts';
import { MOST_PHOTOS, photoSide } from '@zhudian/core/hazards/photoSide.ts';
import { readAddresses } from '@zhudian/core/mail/readAddresses.ts';
import type { Knex } from 'knex';
import type { Runtime } from '../runtime/Runtime.ts';
import { readSettings } from '../settings/Settings.ts';
import { printedPicture } from '../pictures/printedPicture.ts';
import { raisedMillisSql } from './raisedMillisSql.ts';
import type { Row } from '../runtime/Row.ts';
import { teamInForceSql } from '../sql/teamInForceSql.ts';

/** The event the facts are gathered for. */
export interface FactsEvent {
  readonly key: string;
  readonly topic: string;
  readonly created_at: Date;
  readonly payload: { readonly step?: number; readonly to?: readonly string[] } | null;
}

const HAZARD = ['id', 'title', 'description', 'place', 'severity', 'status', 'measures', 'responsible_person', 'funds', 'plan'] as const;
const STAND = ['reported_at', 'acknowledged_at', 'acknowledged_by', 'visit', 'enterprise', 'user_created', 'major_since'] as const;

type EnterpriseRow = HazardFacts['enterprise'] & Pick<Row<'enterprises'>, 'county'>;
type HazardRow = Pick<Row<'hazards', 'found_on' | 'deadline'>, (typeof HAZARD | typeof STAND)[number] | 'deadline'> & {
  readonly found_on: string;
  readonly raised: string | null;
};

/** All that a major hazard report is composed from, or null when the hazard is gone. See `HazardFacts`. */
export async function gatherFacts(hazardId: string, event: FactsEvent | null, runtime: Runtime): Promise<HazardFacts | null> {
  const { database, config } = runtime;
  const hazard: HazardRow | undefined = await database('hazards')
    .where({ id: hazardId })
    .first(
      ...HAZARD,
      ...STAND,
      database.raw('found_on::text'),
      database.raw('deadline::text'),
      database.raw(`${raisedMillisSql('hazards')} AS raised`),
    );
  if (!hazard) return null;
  const settings = await readSettings(database);
  const enterprise = await database('enterprises')
    .where({ id: hazard.enterprise })
    .first<EnterpriseRow>('id', 'name', 'uscc', 'address', 'legal_representative', 'safety_manager', 'phone', 'county');
  const county = await database('counties').where({ id: enterprise.county }).first<HazardFacts['county']>('id', 'code', 'name', 'office', 'email');
  const visit: { id: string; visited_on: string } | undefined = hazard.visit
    ? await database('visits').where({ id: hazard.visit }).first('id', database.raw('visited_on::text'))
    : undefined;
  const { county: _, ...enterpriseFacts } = enterprise;
  const { visit: __, enterprise: ___, user_created, major_since, raised, ...hazardFacts } = hazard;
  const step = event?.payload?.step ?? 0;
  const named = event?.payload?.to ?? [];
  const to = unique([...settings.city_office_emails, ...named]);
  return {
    event: {
      key: event?.key ?? `hazard.major:${hazardId}`,
      topic: event?.topic === 'hazard.unacknowledged' ? 'hazard.unacknowledged' : 'hazard.major',
      raised_at: (major_since ?? event?.created_at ?? new Date()).toISOString(),
      step,
    },
    hazard: {
      ...hazardFacts,
      reported_at: iso(hazard.reported_at),
      acknowledged_at: iso(hazard.acknowledged_at),
    },
    enterprise: enterpriseFacts,
    county,
    visit: visit ?? null,
    found_by: await foundBy(hazard.visit, user_created, database),
    team: await teamInForce(hazard.enterprise, hazard.found_on, database),
    ...(await photos(hazardId, runtime)),
    office: { name: settings.office_name, timezone: settings.timezone },
    recipients: { to, cc: copies(county, to, runtime) },
    acknowledge_url: unsignedLink({ hazard: hazardId, raised: Number(raised) }, config.PUBLIC_URL),
    panel_url: new URL(`/admin/content/hazards/${hazardId}`, config.PUBLIC_URL).href,
  };
}

/** The county's copy. What was mistyped there is left out and told, here and in `/zhudian/health`: it would stop the mail to everybody. */
function copies({ name, email }: HazardFacts['county'], to: readonly string[], { logger }: Runtime): string[] {
  const { usable, unusable } = readAddresses(email ?? '');
  if (unusable.length > 0) logger.error(`zhudian: no copy of the report to ${name}: ${unusable.join(', ')} is no address (counties.email)`);
  return usable.filter((address) => !to.includes(address.toLowerCase()));
}

const PERSON = ['i.name', 'i.level', 'i.organisation', 'i.position', 'i.phone'] as const;

async function foundBy(visit: string | null, recordedBy: string | null, database: Knex): Promise<PersonFacts[]> {
  const people: PersonFacts[] = visit
    ? await database('visit_inspectors as v')
        .join('inspectors as i', 'i.id', 'v.inspector')
        .where('v.visit', visit)
        .orderBy('i.name')
        .select(...PERSON, database.raw('false AS is_lead'))
    : [];
  if (people.length > 0 || !recordedBy) return people;
  const recorder: PersonFacts[] = await database('inspectors as i')
    .where('i.user', recordedBy)
    .select(...PERSON, database.raw('false AS is_lead'));
  if (recorder.length > 0) return recorder;
  const user: { name: string; title: string | null } | undefined = await database('directus_users')
    .where({ id: recordedBy })
    .first(database.raw(`nullif(concat(last_name, first_name), '') AS name`), 'title');
  return user?.name ? [{ name: user.name, level: 'county', organisation: null, position: user.title, phone: null, is_lead: false }] : [];
}

async function teamInForce(enterprise: string, day: string, database: Knex): Promise<PersonFacts[]> {
  return await database('teams as t')
    .join('team_members as m', 'm.team', 't.id')
    .join('inspectors as i', 'i.id', 'm.inspector')
    .where('t.enterprise', enterprise)
    .whereRaw(teamInForceSql('t', '?'), [day, day])
    .orderBy([{ column: 'm.is_lead', order: 'desc' }, { column: 'i.name' }])
    .select<PersonFacts[]>(...PERSON, database.raw('coalesce(m.is_lead, false) AS is_lead'));
}

type Photos = Pick<HazardFacts, 'photos' | 'photos_unreadable' | 'photos_left_out'>;
interface PhotoRow {
  readonly file: string;
  readonly filename: string;
  readonly taken_at: Date | null;
}

/** The photos that the report shows, in the order taken: what is counted is drawn. One that cannot be is told apart, and never keeps the others back. */
async function photos(hazard: string, runtime: Runtime): Promise<Photos> {
  const { database, logger } = runtime;
  const all = await database('hazards_photos_before as p')
    .join('directus_files as f', 'f.id', 'p.file')
    .where('p.hazard', hazard)
    .orderByRaw('coalesce(f.taken_at, f.uploaded_on), p.sort, p.id')
    .select<PhotoRow[]>('f.id as file', 'f.filename_download as filename', 'f.taken_at');
  const printed = all.slice(0, MOST_PHOTOS);
  const side = photoSide(printed.length);
  const drawn: PhotoFacts[] = [];
  for (const { file, filename, taken_at } of printed) {
    try {
      await printedPicture(file, null, runtime, side);
      drawn.push({ file, filename, taken_at: iso(taken_at), side });
    } catch (error) {
      logger.warn(error, `zhudian: photo ${file} of hazard ${hazard} cannot be printed`);
    }
  }
  return { photos: drawn, photos_unreadable: printed.length - drawn.length, photos_left_out: all.length - printed.length };
}

const unique = (addresses: readonly string[]): string[] => [...new Set(addresses.map((address) => address.toLowerCase()))];
const iso = (value: Date | null): string | null => value?.toISOString() ?? null;
