import { isHandedIn } from '@zhudian/core/visits/isHandedIn.ts';
import type { VisitFacts } from '@zhudian/core/visits/VisitFacts.ts';
import type { Knex } from 'knex';

interface VisitRow {
  readonly id: string;
  readonly visited_on: string;
  readonly log: string | null;
  readonly status: string;
  readonly remarks: string | null;
  readonly enterprise: string;
  readonly enterprise_name: string;
  readonly county_name: string;
  readonly county_office: string | null;
}

/** All that the documents of a visit are composed from, or null when it is gone. See `VisitFacts`. */
export async function gatherVisit(id: string, database: Knex): Promise<VisitFacts | null> {
  const visit: VisitRow | undefined = await database('visits as v')
    .join('enterprises as e', 'e.id', 'v.enterprise')
    .join('counties as c', 'c.id', 'v.county')
    .where('v.id', id)
    .first(
      'v.id',
      database.raw('v.visited_on::text'),
      'v.log',
      'v.status',
      'v.remarks',
      'e.id as enterprise',
      'e.name as enterprise_name',
      'c.name as county_name',
      'c.office as county_office',
    );
  if (!visit) return null;
  const [inspectors, items, hazards] = await Promise.all([
    database('visit_inspectors as v')
      .join('inspectors as i', 'i.id', 'v.inspector')
      .where('v.visit', id)
      .orderBy(['v.level', 'i.name', 'v.id'])
      .select<VisitFacts['inspectors']>('i.name', 'v.level', 'v.signature'),
    database('visit_items')
      .where({ visit: id })
      .orderBy(['sort', 'id'])
      .select<VisitFacts['items']>('content', 'result', 'implementation', 'problem', 'suggestion'),
    database('hazards')
      .where({ visit: id })
      .whereNot({ status: 'void' })
      .orderBy(['date_created', 'id'])
      .select<VisitFacts['hazards']>(
        'title',
        'description',
        'place',
        'severity',
        'status',
        'measures',
        'responsible_person',
        'funds',
        'plan',
        ...['found_on', 'rectified_on', 'deadline'].map((day) => database.raw('??::text', [day])),
      ),
  ]);
  return {
    visit: { id, visited_on: visit.visited_on, log: visit.log, remarks: visit.remarks, draft: !isHandedIn(visit.status) },
    enterprise: { id: visit.enterprise, name: visit.enterprise_name },
    county: { name: visit.county_name, office: visit.county_office },
    inspectors,
    items,
    hazards,
    photos: inspectors.flatMap(({ name, signature }) => (signature ? [{ file: signature, filename: `${name}的签字` }] : [])),
  };
}
