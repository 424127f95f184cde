import type { Accountability, SchemaOverview } from '@directus/types';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { requireAutomation } from '../access/requireAutomation.ts';
import type { Runtime } from '../Runtime.ts';

/** A request as Directus hands it on: who asks, and the schema they see. */
export type DirectusRequest = Request & { accountability: Accountability | null; schema: SchemaOverview };

/** Turns a handler's answer into `{"data": …}` and its errors into Directus's own. */
export function answer(handler: (request: DirectusRequest, response: Response) => Promise<unknown>): RequestHandler {
  return (request, response, next: NextFunction) => {
    handler(request as DirectusRequest, response).then(
      (data) => {
        if (!response.headersSent) response.json({ data });
      },
      (error: unknown) => next(error),
    );
  };
}

/** The same for what only the automation may ask. */
export function answerAutomation(runtime: Runtime, handler: (request: DirectusRequest, response: Response) => Promise<unknown>): RequestHandler {
  return answer(async (request, response) => {
    await requireAutomation(request.accountability, request.schema, runtime);
    return await handler(request, response);
  });
}
