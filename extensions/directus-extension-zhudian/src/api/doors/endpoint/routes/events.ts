import type { Router } from 'express';
import { z } from 'zod/v4';
import { startBackground } from '../../background/background.ts';
import { parse } from '../../../errors/parse.ts';
import { awaitEvents } from '../../../events/awaitEvents.ts';
import { exampleEvents } from '../../../events/exampleEvents.ts';
import { extendEvent, finishEvent, refuseEvent, returnEvent } from '../../../outcomes/settleEvent.ts';
import { beat } from '../../../operations/health/heartbeats.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';
import { answerAutomation } from './Route.ts';

const Claim = z.strictObject({
  consumer: z.string().min(1).max(100),
  name: z.string().min(1).max(200).optional(),
  own: z.boolean().default(false),
  topics: z
    .array(z.string().regex(/^[a-z_]+\.[a-z_]+$/))
    .min(1)
    .max(20),
  limit: z.number().int().min(1).max(50).default(1),
  wait: z.number().min(0).max(30).default(0),
});
const Seq = z.string().regex(/^\d{1,18}$/);
const Held = z.strictObject({ claim: z.uuid() });
const Failed = z.strictObject({ claim: z.uuid(), error: z.string().max(20_000) });
const Refused = z.strictObject({ error: z.string().min(1).max(20_000), workflow: z.string().min(1).max(100).optional() });
const Examples = z.strictObject({ topics: z.string().max(2000) });

/**
 * The outbox as n8n sees it: claim (long poll), done, failed, extend; refused, by which a workflow ends an event that can never succeed; and examples,
 * which a maintainer tries a workflow with.
 */
export function eventRoutes(router: Router, runtime: Runtime): void {
  const { database } = runtime;
  router.get(
    '/events/examples',
    answerAutomation(runtime, async (request) => await exampleEvents(parse(Examples, request.query).topics.split(','), database)),
  );
  router.post(
    '/events/claim',
    answerAutomation(runtime, async (request, response) => {
      const { wait, ...claim } = parse(Claim, request.body);
      const gone = new AbortController();
      response.on('close', () => gone.abort());
      await beat('n8n', { consumer: claim.consumer }, database);
      return await awaitEvents(claim, wait * 1000, gone.signal, startBackground(runtime).listener, runtime);
    }),
  );
  router.post(
    '/events/:seq/done',
    answerAutomation(runtime, async (request) => {
      const seq = parse(Seq, request.params.seq);
      await finishEvent(seq, parse(Held, request.body).claim, runtime);
      return { seq, state: 'done' };
    }),
  );
  router.post(
    '/events/:seq/failed',
    answerAutomation(runtime, async (request) => {
      const seq = parse(Seq, request.params.seq);
      const { claim, error } = parse(Failed, request.body);
      const available_at = await returnEvent(seq, claim, error, runtime);
      return { seq, state: available_at ? 'waiting' : 'given_up', available_at };
    }),
  );
  router.post(
    '/events/:seq/refused',
    answerAutomation(runtime, async (request) => {
      const seq = parse(Seq, request.params.seq);
      const { error, workflow } = parse(Refused, request.body);
      await refuseEvent(seq, workflow, error, runtime);
      return { seq, state: 'given_up' };
    }),
  );
  router.post(
    '/events/:seq/extend',
    answerAutomation(runtime, async (request) => {
      const seq = parse(Seq, request.params.seq);
      return { lease_until: await extendEvent(seq, parse(Held, request.body).claim, database) };
    }),
  );
}
