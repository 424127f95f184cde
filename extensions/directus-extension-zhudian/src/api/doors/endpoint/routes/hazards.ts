import { majorHazardFilename } from '@zhudian/core/documents/majorHazardFilename.ts';
import { DOCUMENT_DATA } from '@zhudian/core/documents/documentData.ts';
import { presentHazard } from '@zhudian/core/hazards/presentHazard.ts';
import type { HazardFacts } from '@zhudian/core/hazards/HazardFacts.ts';
import { escapeHtmlDeep } from '@zhudian/core/text/escapeHtmlDeep.ts';
import type { Router } from 'express';
import { z } from 'zod/v4';
import { NotFoundError } from '../../../errors/errors.ts';
import { parse } from '../../../errors/parse.ts';
import { confirmInPanel } from '../../../hazards/acknowledge/confirmInPanel.ts';
import { disputeAcknowledgement } from '../../../hazards/acknowledge/disputeAcknowledgement.ts';
import { gatherFacts, type FactsEvent } from '../../../hazards/gatherFacts.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import type { DirectusRequest } from '../../../runtime/DirectusRequest.ts';
import { answer, answerAutomation } from './Route.ts';

const Asked = z.object({
  id: z.uuid(),
  event: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});

/** What a major hazard's mail and document are composed from, and its confirmation in the panel. */
export function hazardRoutes(router: Router, runtime: Runtime): void {
  router.get(
    '/hazards/:id/facts',
    answerAutomation(runtime, async (request) => await facts(request, runtime)),
  );
  router.get(
    '/hazards/:id/report-data',
    answerAutomation(runtime, async (request) => {
      const found = await facts(request, runtime);
      const show = presentHazard(found);
      return {
        facts: found,
        escaped: escapeHtmlDeep({ ...found, show }),
        show,
        document: DOCUMENT_DATA.major_hazard_report(found),
        filename: majorHazardFilename(found),
      };
    }),
  );
  router.post(
    '/hazards/:id/acknowledge',
    answer(async (request) => await confirmInPanel(parse(Asked, { id: request.params.id }).id, request.accountability, runtime)),
  );
  router.post(
    '/hazards/:id/dispute',
    answer(async (request) => {
      const { id } = parse(Asked, { id: request.params.id });
      const { reason } = (request.body ?? {}) as { reason?: unknown };
      return await disputeAcknowledgement(id, reason, request.accountability, runtime);
    }),
  );
}

async function facts(request: DirectusRequest, runtime: Runtime): Promise<HazardFacts> {
  const { id, event: seq } = parse(Asked, { id: request.params.id, event: request.query.event });
  const event: FactsEvent | undefined = seq
    ? await runtime.database('outbox').where({ seq, subject: id }).first('key', 'topic', 'created_at', 'payload')
    : undefined;
  if (seq && !event) throw new NotFoundError({ what: `event ${seq} of hazard ${id}` });
  const found = await gatherFacts(id, event ?? null, runtime);
  if (!found) throw new NotFoundError({ what: `hazard ${id}` });
  return found;
}
