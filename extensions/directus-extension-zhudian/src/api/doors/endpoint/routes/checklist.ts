import { composeChecklist } from '@zhudian/core/checklist/composeChecklist.ts';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { readSeen } from '../../../access/readSeen.ts';
import { loadTaskLists } from '../../../visits/checklist/loadTaskLists.ts';
import { NotFoundError } from '../../../errors/errors.ts';
import { parse } from '../../../errors/parse.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { answer } from './Route.ts';

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
export function checklistRoute(router: Router, runtime: Runtime): void {
  router.get(
    '/checklist',
    answer(async (request) => {
      const { enterprise, day } = parse(Asked, request.query);
      const row = await readSeen<Row>('enterprises', enterprise, ['id', 'name', 'county', 'enterprise_type'], request, runtime);
      if (!row) throw new NotFoundError({ what: `enterprise ${enterprise}` });
      return { enterprise: { id: row.id, name: row.name }, day, ...composeChecklist(await loadTaskLists(row, runtime.database, true), row, day) };
    }),
  );
}
