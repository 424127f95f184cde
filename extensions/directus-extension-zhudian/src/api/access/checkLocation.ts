import { locationFault } from '@zhudian/core/places/locationFault.ts';
import type { SchemaOverview } from '@directus/types';
import { throwFaults } from '../errors/fieldFaults.ts';

/** Every place of the data model has this name; the map of a form and the phone send a point. */
const FIELD = 'location';

/** Refuses a place that is no point of the country; a JSON column would take anything. */
export function checkLocation(collection: string, payload: Readonly<Record<string, unknown>>, schema: SchemaOverview): void {
  if (schema.collections[collection]?.fields[FIELD]?.type !== 'json') return;
  const message = locationFault(payload[FIELD]);
  if (message) throwFaults(collection, [{ field: FIELD, rule: `${collection}.location.point`, message }]);
}
