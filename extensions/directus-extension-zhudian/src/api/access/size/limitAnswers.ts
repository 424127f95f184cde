import { AsyncLocalStorage } from 'node:async_hooks';
import type { Query, RegisterFunctions } from '@directus/types';
import type { Application, NextFunction, Request, Response } from 'express';
import type { Runtime } from '../../runtime/Runtime.ts';
import { AnswerTooLargeError } from './AnswerTooLargeError.ts';
import { cellsOf } from './cellsOf.ts';
import { partsOf } from './partsOf.ts';

/** Cells that all queries of one request may ask for together. A full export of 10,000 rows with a list of parts each is a third of it. */
const MOST_CELLS = 4_000_000;
/** Conditions and values of one filter: a list of keys as long as the longest page has a tenth of it. */
const MOST_CONDITIONS = 100_000;

/** What the queries of a request have asked for so far. GraphQL's keep the caller of an earlier request of the same person. */
const spent = new AsyncLocalStorage<{ cells: number }>();

/** Refuses a query that comes as a body and is too large even to be checked, and counts the cells of each request. */
export function limitQuestions(app: Application): void {
  app.use((request: Request, _response: Response, next: NextFunction) => {
    const isTooLarge = request.method === 'SEARCH' && partsOf(request.body, MOST_CONDITIONS) > MOST_CONDITIONS;
    if (isTooLarge) next(new AnswerTooLargeError());
    else spent.run({ cells: 0 }, next);
  });
}

/**
 * Refuses what would keep the server from answering anybody else: Directus puts queries and answers together in the one thread that serves all.
 * Counted for each request, since one of GraphQL has many queries in it.
 */
export function limitAnswers({ filter }: Pick<RegisterFunctions, 'filter'>, { getSchema }: Pick<Runtime, 'getSchema'>): void {
  filter<Query>('*.query', async (query, { collection }, { accountability, schema }) => {
    if (!accountability || accountability.admin) return query;
    if (partsOf([query.filter, query.deep], MOST_CONDITIONS) > MOST_CONDITIONS) throw new AnswerTooLargeError();
    const model = schema ?? (await getSchema());
    const request = spent.getStore() ?? { cells: 0 };
    request.cells += cellsOf(query, collection as string, model, MOST_CELLS - request.cells);
    if (request.cells > MOST_CELLS) throw new AnswerTooLargeError();
    return query;
  });
}
