import { readFileSync } from 'node:fs';

/** One row of Directus's permissions, as far as the check looks at it. */
interface Permission {
  readonly action: string;
  readonly collection: string;
  readonly permissions: unknown;
  readonly validation: unknown;
}

/**
 * Rights that end by themselves: a rule that compares with `$NOW` holds for some minutes only, so a person who comes tomorrow is refused what worked
 * today. Deadlines of the domain are columns, and rules about them stand in PostgreSQL.
 *
 * @param file `schema/directus/collections/permissions.json`
 */
export function permissionFaults(file: string): string[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as Permission[])
    .filter(({ permissions, validation }) => JSON.stringify([permissions, validation]).includes('$NOW'))
    .map(({ collection, action }) => `the right to ${action} ${collection} depends on how long ago something was ($NOW)`);
}
