import type { Query } from '@directus/types';
import type { Application, NextFunction, Response } from 'express';
import type { DirectusRequest } from '../../runtime/DirectusRequest.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { askedFor, isRequest } from './checkDocuments.ts';
import { requestDocument, type AskedFor } from './documentRequests.ts';
import type { Payload } from '../../runtime/Payload.ts';

type Asked = DirectusRequest & { readonly sanitizedQuery?: Query };

/**
 * `POST /items/documents` is the same door as `POST /zhudian/documents/request`: what is there already, or is being made, is answered with its
 * row. A filter of Directus can refuse a new row, but not answer with another one. What is no request goes on to Directus.
 */
export function documentDoor(app: Application, runtime: Runtime): void {
  app.post('/items/documents', (request, response: Response, next: NextFunction) => {
    enter(request as Asked, runtime).then((data) => {
      if (data === null) next();
      else response.json({ data });
    }, next);
  });
}

async function enter(request: Asked, runtime: Runtime): Promise<unknown> {
  const body: unknown = request.body;
  const rows = (Array.isArray(body) ? body : [body]) as (Payload | null)[];
  if (rows.length === 0 || !rows.every((row) => typeof row === 'object' && row !== null && isRequest(row))) return null;
  // Nothing is written before all of them may be.
  const asked = [];
  for (const row of rows as Payload[]) asked.push({ row, wanted: await askedFor(row, request, runtime) });
  const keys: string[] = [];
  for (const { row, wanted } of asked) keys.push((await requestDocument(wanted, request.accountability?.user ?? null, runtime, givenIn(row))).id);
  const documents = new runtime.services.ItemsService('documents', {
    accountability: request.accountability,
    schema: request.schema,
    knex: runtime.database,
  });
  const query = request.sanitizedQuery ?? {};
  return Array.isArray(body) ? await documents.readMany(keys, query) : await documents.readOne(keys[0] ?? '', query);
}

const givenIn = ({ id, title }: Payload): AskedFor => ({
  ...(typeof id === 'string' ? { id } : {}),
  ...(typeof title === 'string' && title.trim() !== '' ? { title } : {}),
});
