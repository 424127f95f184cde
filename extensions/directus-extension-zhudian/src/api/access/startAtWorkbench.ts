import { roles } from '../../../../../schema/roles.ts';
import type { Runtime } from '../runtime/Runtime.ts';

const OURS = Object.values(roles).map(({ id }) => id);

/**
 * Whoever logs in begins at the workbench. Directus goes on where somebody stopped; a link into the panel carries its own goal and is not
 * touched by this.
 */
export async function startAtWorkbench(user: string | undefined, { database }: Pick<Runtime, 'database'>): Promise<void> {
  if (!user) return;
  await database('directus_users').where({ id: user }).whereIn('role', OURS).update({ last_page: '/zhudian' });
}
