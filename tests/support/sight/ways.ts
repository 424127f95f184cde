import type { Api, ApiAnswer } from '../Api.ts';
import { pathOf } from './Graph.ts';
import { noneOf, questionOf, someOf, type Probe } from './Probe.ts';

/** Asks for a hidden value in one way. Gives what tells of it; null when the answer is the one for a value that exists nowhere. */
export type Way = (api: Api, probe: Probe) => Promise<string | null>;

const told = (fine: boolean, { status, data, errors }: Pick<ApiAnswer, 'status' | 'data' | 'errors'>): string | null =>
  fine ? null : `${status} ${JSON.stringify(errors.length > 0 ? errors.map(({ message }) => message) : data).slice(0, 200)}`;
const nothing = (answer: ApiAnswer): string | null => told(answer.status === 200 && Array.isArray(answer.data) && answer.data.length === 0, answer);
const refused = (answer: ApiAnswer): string | null => told(answer.status >= 400, answer);

const query = (parameters: Readonly<Record<string, unknown>>): string =>
  Object.entries(parameters)
    .map(([key, value]) => `${key}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`)
    .join('&');
const get = async (api: Api, { root }: Probe, parameters: Readonly<Record<string, unknown>>): Promise<ApiAnswer> =>
  await api.send<unknown>('GET', `${pathOf(root)}?${query(parameters)}`);

/** The rows of the root's lists in which `deep` keeps what answers the question. */
const kept: (name: string, alias: object) => Way = (name, alias) => async (api, probe) => {
  const [first] = probe.path;
  if (!first?.many || first.name.startsWith('$')) return null;
  const list = name || first.name;
  const answer = await get(api, probe, { fields: `id,${list}.id`, limit: -1, deep: { [list]: { _filter: questionOf(probe, 1) } }, ...alias });
  const rows = Array.isArray(answer.data) ? (answer.data as Record<string, unknown>[]) : null;
  return told(answer.status === 200 && rows?.every((row) => Array.isArray(row[list]) && row[list].length === 0) === true, answer);
};

export const ways: Readonly<Record<string, Way>> = {
  filter: async (api, probe) => nothing(await get(api, probe, { fields: 'id', limit: 1, filter: questionOf(probe) })),
  'beside another condition': async (api, probe) =>
    nothing(await get(api, probe, { fields: 'id', limit: 1, filter: { _or: [{ id: { _null: true } }, questionOf(probe)] } })),
  filter_count: async (api, probe) => {
    const { status, text } = await api.raw(
      `${pathOf(probe.root)}?${query({ fields: 'id', limit: 0, meta: 'filter_count', filter: questionOf(probe) })}`,
    );
    return status === 200 && (JSON.parse(text) as { meta: { filter_count: number } }).meta.filter_count === 0
      ? null
      : `${status} ${text.slice(0, 200)}`;
  },
  aggregate: async (api, probe) => {
    const answer = await get(api, probe, { 'aggregate[count]': 'id', filter: questionOf(probe) });
    const [sum] = Array.isArray(answer.data) ? (answer.data as { count: { id: number | string } }[]) : [];
    return told(answer.status === 403 || Number(sum?.count.id) === 0, answer);
  },
  SEARCH: async (api, probe) => {
    const body = { query: { fields: ['id'], limit: 1, filter: questionOf(probe), meta: 'filter_count' } };
    return nothing(await api.send<unknown>('SEARCH', pathOf(probe.root), body));
  },
  export: async (api, probe) => {
    const { status, text } = await api.raw(`${pathOf(probe.root)}?${query({ fields: 'id', export: 'json', filter: questionOf(probe) })}`);
    return status === 200 && text.trim() === '[]' ? null : `${status} ${text.slice(0, 200)}`;
  },
  search: async (api, probe) => nothing(await get(api, probe, { fields: 'id', limit: 1, search: probe.value, filter: questionOf(probe) })),
  sort: async (api, probe) => {
    // The key of a row stands in the row that refers to it.
    if (probe.column === 'id' && !probe.path.at(-1)?.many) return null;
    return refused(await get(api, probe, { fields: 'id', limit: 1, sort: [...probe.path.map(({ name }) => name), probe.column].join('.') }));
  },
  group: async (api, probe) => {
    const key = [...probe.path.map(({ name }) => name), probe.column].join('.');
    return refused(await get(api, probe, { 'groupBy[]': key, 'aggregate[count]': '*' }));
  },
  count: async (api, probe) => {
    const last = probe.path.at(-1);
    if (!last?.many || last.name.startsWith('$')) return null;
    const number = { [`count(${last.name})`]: { _gt: 0 } };
    const filter = probe.path.slice(0, -1).reduceRight<object>((inner, { name }) => ({ [name]: inner }), number);
    return refused(await get(api, probe, { fields: 'id', limit: 1, filter }));
  },
  some: async (api, probe) => {
    const filter = someOf(probe);
    return filter && nothing(await get(api, probe, { fields: 'id', limit: 1, filter }));
  },
  none: async (api, probe) => {
    const filter = noneOf(probe);
    if (!filter) return null;
    const { status, text } = await api.raw(`${pathOf(probe.root)}?${query({ fields: 'id', limit: 0, meta: '*', filter })}`);
    const { meta } = JSON.parse(text) as { meta?: { filter_count: number; total_count: number } };
    return status === 200 && meta?.filter_count === meta?.total_count ? null : `${status} ${text.slice(0, 200)}`;
  },
  deep: async (api, probe) => await kept('', {})(api, probe),
  alias: async (api, probe) => await kept('other', { 'alias[other]': probe.path[0]?.name ?? '' })(api, probe),
};
