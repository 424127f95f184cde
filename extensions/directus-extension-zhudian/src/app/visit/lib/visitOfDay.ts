import type { HttpClient } from '../../parts/HttpClient.ts';

/** The visit of an enterprise on a day that the server has and that is not void, of whoever of the team; null without a network as well. */
export async function visitOfDay(enterprise: string, day: string, api: HttpClient): Promise<string | null> {
  const filter = { _and: [{ enterprise: { _eq: enterprise } }, { visited_on: { _eq: day } }, { status: { _neq: 'void' } }] };
  const rows = await api.get('/items/visits', { params: { filter, fields: ['id'], limit: 1 } }).then(
    ({ data }) => data.data,
    () => null,
  );
  return Array.isArray(rows) ? ((rows as { readonly id: string }[])[0]?.id ?? null) : null;
}
