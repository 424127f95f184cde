import type { HttpClient } from './HttpClient.ts';

/** The first rows of a list, and how many there are. */
export interface Some<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

/** Before anything was read. */
export const NONE: Some<never> = { rows: [], total: 0 };

/** Reads as many rows of a collection as `params.limit` asks for, and counts all that its filter finds. */
export async function readSome<T>(api: HttpClient, collection: string, params: Record<string, unknown>): Promise<Some<T>> {
  const { data } = await api.get(`/items/${collection}`, { params: { ...params, meta: 'filter_count' } });
  const { data: rows, meta } = data as unknown as { data: T[]; meta: { filter_count: number } };
  return { rows, total: meta.filter_count };
}
