import type { NextFunction, RequestHandler, Response } from 'express';
import { requireAutomation } from '../../../access/requireAutomation.ts';
import type { DirectusRequest } from '../../../runtime/DirectusRequest.ts';
import type { Runtime } from '../../../runtime/Runtime.ts';

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
