import type { HttpClient } from './HttpClient.ts';

/** The first rows of a list, and how many there are. */
export interface Some<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

interface Asked extends Readonly<Record<string, unknown>> {
  readonly filter: object;
  readonly limit: number;
}

/** Before anything was read. */
export const NONE: Some<never> = { rows: [], total: 0 };

/** Reads as many rows of a collection as `limit` asks for. Counts all that the filter finds only where there may be more: a count takes the server long. */
export async function readSome<T>(api: HttpClient, collection: string, asked: Asked): Promise<Some<T>> {
  const { filter, limit } = asked;
  const rows = (await api.get(`/items/${collection}`, { params: asked })).data.data as T[];
  if (rows.length < limit) return { rows, total: rows.length };
  const { data } = await api.get(`/items/${collection}`, { params: { filter, fields: ['id'], limit: 1, meta: 'filter_count' } });
  return { rows, total: (data as unknown as { meta: { filter_count: number } }).meta.filter_count };
}
