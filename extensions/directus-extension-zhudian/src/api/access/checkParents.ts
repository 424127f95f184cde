import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import { keyOf } from '../runtime/nestedRows.ts';
import { PerTransaction } from '../runtime/PerTransaction.ts';
import { isUuid } from '@zhudian/core/text/isUuid.ts';

interface Parent {
  readonly field: string;
  readonly collection: string;
  /** The parent's name on the form. */
  readonly label: string;
}

/**
 * The rows that are part of another one. Directus asks an update and a deletion whose parent it is, but a permission to
 * create sees the payload alone: without this check anybody who may create such a row may hang it on any parent.
 */
export const PARENTS: Readonly<Record<string, Parent>> = {
  visit_items: { field: 'visit', collection: 'visits', label: '驻点记录' },
  visit_inspectors: { field: 'visit', collection: 'visits', label: '驻点记录' },
  visits_photos: { field: 'visit', collection: 'visits', label: '驻点记录' },
  hazards_photos_before: { field: 'hazard', collection: 'hazards', label: '隐患' },
  hazards_photos_after: { field: 'hazard', collection: 'hazards', label: '隐患' },
  teams: { field: 'enterprise', collection: 'enterprises', label: '企业' },
  team_members: { field: 'team', collection: 'teams', label: '驻点小组' },
  evaluations_files: { field: 'evaluation', collection: 'evaluations', label: '评估' },
  task_items: { field: 'task_list', collection: 'task_lists', label: '任务清单' },
};

/**
 * Refuses a row whose parent the caller may not change.
 * @param collection one of {@link PARENTS}
 * @param payload what is created, or what an update changes
 * @throws a fault at the field that names the parent
 */
export async function checkParent(collection: string, payload: Record<string, unknown>, caller: Caller): Promise<void> {
  const parent = PARENTS[collection];
  if (!parent || caller.accountability === null || caller.accountability.admin) return;
  // A nested parent (an object without a key yet) passes its own rules when it is written.
  const key = keyOf(payload[parent.field]);
  if (key === null) return;
  if (await mayChange(parent.collection, key, caller)) return;
  const { field, label } = parent;
  const fault: FieldFault = { field, rule: 'parent.changeable', message: `该${label}不存在，或您无权修改；请从您自己的${label}中选择` };
  throwFaults(collection, [fault]);
}

async function mayChange(collection: string, key: string, caller: Caller): Promise<boolean> {
  if (!isUuid(key)) return false;
  if (await writtenHere(collection, key, caller)) return true;
  const { accountability, database, schema, services } = caller;
  const permissions = new services.PermissionsService({ accountability, schema, knex: database });
  const { update } = (await permissions.getItemPermissions(collection, key)) as { update: { access: boolean } };
  return update.access;
}

/**
 * Whether this very transaction has written the parent: a visit that is saved as submitted, with its items in one form,
 * is locked by the time they arrive, but has passed its own rules.
 */
const written = new PerTransaction<true | undefined>();

async function writtenHere(collection: string, key: string, { database }: Caller): Promise<boolean> {
  return (await written.get(database, `${collection} ${key}`, async () => await found(collection, key, database))) === true;
}

async function found(collection: string, key: string, database: Caller['database']): Promise<true | undefined> {
  const row: unknown = await database(collection)
    .where('id', key)
    .whereRaw('xmin::text::bigint = pg_current_xact_id_if_assigned()::text::bigint % 4294967296')
    .first(database.raw('1 AS here'));
  return row === undefined ? undefined : true;
}
