import { composeChecklist } from '@zhudian/core/checklist/composeChecklist.ts';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { loadTaskLists } from '../../checklist/loadTaskLists.ts';
import { NotFoundError } from '../../errors/errors.ts';
import { parse } from '../../errors/parse.ts';
import type { Runtime } from '../../Runtime.ts';
import { answer } from '../Route.ts';

const Asked = z.object({ enterprise: z.uuid(), day: z.iso.date() });

interface Row {
  readonly id: string;
  readonly name: string;
  readonly county: string;
  readonly enterprise_type: string | null;
}

/**
 * `GET /zhudian/checklist?enterprise=&day=`: what an inspector would get at this enterprise on this day, and why, for whoever may see
 * the enterprise: `{enterprise, day, items: [{task_item, sort, content, standard, basis, list, why}], lists: [{id, name, scope, version,
 * applies, why}]}`.
 */
export function checklistRoute(router: Router, { services, database }: Runtime): void {
  router.get(
    '/checklist',
    answer(async ({ query, accountability, schema }) => {
      const { enterprise, day } = parse(Asked, query);
      const items = new services.ItemsService('enterprises', {
        accountability: accountability?.admin ? null : accountability,
        schema,
        knex: database,
      });
      const found = (await items
        .readByQuery({ filter: { id: { _eq: enterprise } }, fields: ['id', 'name', 'county', 'enterprise_type'], limit: 1 })
        .catch(() => [])) as Row[];
      const row = found[0];
      if (!row) throw new NotFoundError({ what: `enterprise ${enterprise}` });
      return { enterprise: { id: row.id, name: row.name }, day, ...composeChecklist(await loadTaskLists(row, database, true), row, day) };
    }),
  );
}
