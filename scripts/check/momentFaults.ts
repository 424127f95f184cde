import { readSnapshot } from '../schema/readSnapshot.ts';

/** What shows a moment in Beijing time and takes it so, whatever zone the browser is in. */
const OURS = 'zhudian-moment';

/** Fields of moments that forms and lists would show in the zone of whoever's browser. */
export function momentFaults(fields: ReturnType<typeof readSnapshot>['fields'] = readSnapshot().fields): string[] {
  return fields
    .filter(({ type, meta }) => ['timestamp', 'dateTime'].includes(type) && (meta.interface !== OURS || meta.display !== OURS))
    .map(
      ({ collection, field }) =>
        `${collection}.${field} would be shown in the browser's zone: set "interface" and "display" of the field to "${OURS}" (schema/directus/snapshot/fields/${collection}/${field}.json)`,
    );
}
