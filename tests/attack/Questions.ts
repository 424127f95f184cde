import { randomUUID } from 'node:crypto';
import type { Random } from '../../scripts/provision/demo/Random.ts';
import { graphqlValue } from '../support/graphqlValue.ts';
import { pathOf } from '../support/sight/Graph.ts';
import type { Asked, Attacker } from './Asked.ts';
import { newToken } from './Secrets.ts';
import type { Vocabulary, Word } from './Vocabulary.ts';

const OPERATORS = ['_eq', '_neq', '_contains', '_ncontains', '_icontains', '_starts_with', '_ends_with', '_in', '_nin', '_gt', '_gte', '_lt', '_lte'];
const EQUALS = ['_eq', '_neq', '_in', '_nin'];
const COMPARISONS = [...EQUALS, '_gt', '_gte', '_lt', '_lte'];
/** What Directus lets a field be asked by; by comparisons where nothing is said. */
const BY_TYPE: Readonly<Partial<Record<string, readonly string[]>>> = {
  uuid: EQUALS,
  alias: EQUALS,
  boolean: EQUALS,
  string: OPERATORS,
  text: OPERATORS,
};
const OTHERS = ['_null', '_nnull', '_empty', '_nempty', '_between', '_regex', '_some', '_none'];
const FUNCTIONS = ['year', 'month', 'day', 'weekday'];
const DEEPEST = 4;
/** Doors of Directus itself that are no list of rows. */
const DOORS = [
  '/users/me',
  '/permissions/me',
  '/roles/me',
  '/server/info',
  '/server/specs/oas',
  '/server/specs/graphql',
  '/schema/snapshot',
  '/collections',
  '/fields',
  '/relations',
  '/settings',
  '/activity',
  '/revisions',
  '/extensions',
  '/utils/cache/clear',
  '/utils/hash/generate',
  '/utils/revert/1',
  '/shares/info/1',
  '/flows',
  '/flows/trigger/1',
];

/** Makes requests up: what is asked is chance, how it is written is how Directus and our routes want it. */
export class Questions {
  readonly #random: Random;
  readonly #words: Vocabulary;
  #by: Attacker = 'stranger';

  constructor(random: Random, words: Vocabulary) {
    this.#random = random;
    this.#words = words;
  }

  /** A request that reads. @param secrets values to guess at */
  read(by: Attacker, secrets: readonly string[]): Asked {
    this.#by = by;
    const collection = this.#collection();
    const chance = this.#random.next();
    if (chance < 0.4) return this.#list(collection, secrets);
    if (chance < 0.5) return { method: 'SEARCH', path: pathOf(collection), body: { query: this.#query(collection, secrets) } };
    if (chance < 0.6) return { method: 'GET', path: `${pathOf(collection)}/${this.#key(collection)}?${written(this.#query(collection, secrets))}` };
    if (chance < 0.75) return this.#graphql(collection, secrets);
    if (chance < 0.8) return { method: 'GET', path: `/assets/${this.#key('directus_files')}${this.#random.chance(0.5) ? '?download' : ''}` };
    if (chance < 0.86) return { method: 'GET', path: this.#pick(DOORS) };
    return this.#route('GET', secrets);
  }

  /** A request that writes. It names no secret: what somebody writes themselves they may read again. */
  write(by: Attacker): Asked {
    this.#by = by;
    const chance = this.#random.next();
    const collection = this.#pick(this.#words.collections);
    const path = pathOf(collection);
    if (chance < 0.2) return { method: 'POST', path, body: this.#many(() => this.#row(collection, 0)) };
    if (chance < 0.45) return { method: 'PATCH', path: `${path}/${this.#key(collection)}`, body: this.#row(collection, 0) };
    if (chance < 0.53)
      return { method: 'PATCH', path, body: { keys: [this.#key(collection), this.#key(collection)], data: this.#row(collection, 0) } };
    if (chance < 0.6) return { method: 'PATCH', path, body: { query: { filter: {}, limit: 5 }, data: this.#row(collection, 0) } };
    if (chance < 0.7) return { method: 'DELETE', path: `${path}/${this.#key(collection)}` };
    if (chance < 0.74) return { method: 'DELETE', path, body: { query: { filter: {}, limit: 5 } } };
    if (chance < 0.82) return this.#mutation(collection);
    if (chance < 0.86) return { method: this.#pick(['POST', 'PATCH', 'DELETE']), path: this.#pick(DOORS), body: this.#row(collection, 0) };
    return this.#route(this.#pick(['POST', 'POST', 'PATCH', 'DELETE']), []);
  }

  #list(collection: string, secrets: readonly string[]): Asked {
    return { method: 'GET', path: `${pathOf(collection)}?${written(this.#query(collection, secrets))}` };
  }

  #query(collection: string, secrets: readonly string[]): Record<string, unknown> {
    const random = this.#random;
    const query: Record<string, unknown> = {};
    if (random.chance(0.6)) query.fields = this.#times(1, 4, () => this.#path(collection, true));
    if (random.chance(0.7)) query.filter = this.#filter(collection, secrets, 0);
    if (random.chance(0.15)) query.search = this.#value(collection, secrets);
    if (random.chance(0.4)) query.sort = this.#times(1, 2, () => `${random.chance(0.5) ? '-' : ''}${this.#path(collection, false)}`);
    if (random.chance(0.5)) query.limit = this.#pick([-1, 0, 1, 3, 25, 10_000]);
    if (random.chance(0.1)) query.page = random.whole(0, 3);
    if (random.chance(0.15)) query.meta = this.#pick(['*', 'filter_count', 'total_count']);
    if (random.chance(0.1)) query.export = this.#pick(['csv', 'json', 'xml', 'yaml']);
    if (random.chance(0.15))
      query.aggregate = { [this.#pick(['count', 'countDistinct', 'min', 'max', 'sum', 'avg'])]: [this.#path(collection, false)] };
    if (random.chance(0.15)) query.groupBy = this.#times(1, 2, () => this.#path(collection, false));
    if (random.chance(0.15)) {
      const list = this.#pick(this.#fields(collection));
      query.alias = { mine: list.name };
      query.fields = ['id', 'mine.*'];
      query.deep = {
        mine: { _filter: this.#filter(list.to ?? collection, secrets, 1), _sort: this.#path(list.to ?? collection, false), _limit: -1 },
      };
    }
    return query;
  }

  #filter(collection: string, secrets: readonly string[], depth: number): Record<string, unknown> {
    const random = this.#random;
    if (depth < 2 && random.chance(0.2)) {
      return { [this.#pick(['_and', '_or'])]: this.#times(1, 3, () => this.#filter(collection, secrets, depth + 1)) };
    }
    const { path, type, to } = this.#walk(collection, false);
    const steps = path.split('.');
    const operator = this.#pick(this.#random.chance(0.05) ? OPERATORS : (BY_TYPE[type] ?? COMPARISONS));
    const value = (): unknown => this.#fitting(type, to ?? collection, secrets);
    const condition = random.chance(0.92) ? { [operator]: operator.endsWith('in') ? [value(), value()] : value() } : this.#odd(value);
    return steps.reduceRight<Record<string, unknown>>(
      (inner, step, at) => ({ [step]: at < steps.length - 1 && random.chance(0.15) ? { [this.#pick(['_some', '_none'])]: inner } : inner }),
      condition,
    );
  }

  #odd(value: () => unknown): Record<string, unknown> {
    const operator = this.#pick(OTHERS);
    if (operator === '_between') return { _between: [value(), value()] };
    return { [operator]: operator.endsWith('null') || operator.endsWith('empty') ? true : value() };
  }

  #path(collection: string, wild: boolean): string {
    return this.#walk(collection, wild).path;
  }

  /** Fields over up to four relations, and what the last one holds; with `*` where a list of fields is wanted. */
  #walk(collection: string, wild: boolean): { readonly path: string; readonly type: string; readonly to: string | null } {
    const random = this.#random;
    let here = collection;
    const steps: string[] = [];
    for (let depth = 0; ; depth += 1) {
      const fields = this.#fields(here);
      const leading = fields.filter(({ to }) => to !== null && this.#words.readable[this.#by].has(to));
      const on = depth < DEEPEST && leading.length > 0 && random.chance(depth === 0 ? 0.5 : 0.6);
      if (!on && wild && random.chance(0.1)) return { path: [...steps, '*'].join('.'), type: 'unknown', to: null };
      const { name, type, to } = this.#pick(on ? leading : fields);
      const worked = !on && ((type === 'alias' && to !== null) || ['date', 'timestamp', 'dateTime'].includes(type)) && random.chance(0.2);
      steps.push(worked ? `${type === 'alias' ? 'count' : this.#pick(FUNCTIONS)}(${name})` : name);
      if (!on || to === null) return { path: steps.join('.'), type: worked ? 'integer' : type, to };
      here = to;
    }
  }

  #graphql(collection: string, secrets: readonly string[]): Asked {
    const system = collection.startsWith('directus_');
    const name = system ? collection.slice('directus_'.length) : collection;
    const filter = graphqlValue(this.#filter(collection, secrets, 0));
    const field = this.#pick(this.#fields(collection));
    const inner = field.to === null ? field.name : `${field.name} { id }`;
    const query = this.#random.chance(0.7)
      ? `{ ${name}(limit: -1, filter: ${filter}) { id ${inner} } }`
      : `{ ${name}_aggregated(filter: ${filter}) { count { id } } }`;
    return { method: 'POST', path: system ? '/graphql/system' : '/graphql', body: { query } };
  }

  #mutation(collection: string): Asked {
    const system = collection.startsWith('directus_');
    const name = system ? collection.slice('directus_'.length) : collection;
    const data = graphqlValue(this.#row(collection, 1));
    const key = JSON.stringify(this.#key(collection));
    const query = this.#pick([
      `mutation { update_${name}_item(id: ${key}, data: ${data}) { id } }`,
      `mutation { update_${name}_items(ids: [${key}], data: ${data}) { id } }`,
      `mutation { create_${name}_item(data: ${data}) { id } }`,
      `mutation { delete_${name}_item(id: ${key}) { id } }`,
    ]);
    return { method: 'POST', path: system ? '/graphql/system' : '/graphql', body: { query } };
  }

  #route(method: string, secrets: readonly string[]): Asked {
    const fitting = this.#words.routes.filter((route) => route.method === method);
    const route = this.#pick(fitting.length > 0 ? fitting : this.#words.routes);
    const path = route.path.replaceAll(/:\w+/g, () =>
      encodeURIComponent(this.#key(this.#pick(['visits', 'hazards', 'documents', 'monthly_reports', 'directus_files']))),
    );
    const said = {
      id: this.#key(this.#pick(['visits', 'hazards', 'documents', 'monthly_reports'])),
      county: this.#key('counties'),
      enterprise: this.#key('enterprises'),
      day: this.#pick(['2026-11-03', '2025-02-30']),
      quarter: this.#pick(['2026-Q3', '2026-Q9']),
      period: this.#pick(['2026-10', '2026-11', '2023-08', '2099-01', '2026-13', 'x']),
      kind: this.#pick(['work_log', 'roster', 'contacts', 'major_hazard_report', 'city_report', 'x']),
      status: this.#pick(['submitted', 'void', 'accepted']),
      q: this.#value('enterprises', secrets),
      at: this.#pick(['2026-11-01T00:00:00Z', '9999-12-31T00:00:00Z', 'now']),
    };
    const some = Object.fromEntries(Object.entries(said).filter(() => this.#random.chance(0.4)));
    const body = route.method === 'GET' ? undefined : some;
    return { method: route.method, path: route.method === 'GET' ? `${path}?${written(some)}` : path, ...(body ? { body } : {}) };
  }

  /** A row as somebody might send it: some fields, rows below it, and keys of rows that are there. */
  #row(collection: string, depth: number): Record<string, unknown> {
    const fields = this.#times(1, 4, () => this.#pick(this.#fields(collection)));
    return Object.fromEntries(
      fields.map(({ name, to }) => {
        if (to === null) return [name, this.#value(collection, [])];
        if (depth < 2 && this.#random.chance(0.3))
          return [
            name,
            { create: [this.#row(to, depth + 1)], update: [{ id: this.#key(to), ...this.#row(to, depth + 1) }], delete: [this.#key(to)] },
          ];
        if (depth < 2 && this.#random.chance(0.3)) return [name, { id: this.#key(to), ...this.#row(to, depth + 1) }];
        return [name, this.#random.chance(0.7) ? this.#key(to) : [this.#key(to)]];
      }),
    );
  }

  #value(collection: string, secrets: readonly string[]): unknown {
    const random = this.#random;
    if (secrets.length > 0 && random.chance(0.5)) {
      const secret = this.#pick(secrets);
      return random.chance(0.3) ? secret.slice(0, random.whole(3, secret.length)) : secret;
    }
    return this.#pick<() => unknown>([
      () => this.#key(collection),
      () => newToken(),
      () => randomUUID(),
      () => null,
      () => true,
      () => random.whole(-1, 1_000_000_000),
      () => '',
      () => '%',
      () => "' OR 1=1 --",
      () => '9999-12-31',
      () => '2026-11-01T08:00:00Z',
      () => '$CURRENT_USER',
      () => '$NOW',
      () => '\u202e文.docx',
      () => '驻'.repeat(300),
      () => [],
      () => ({ a: { b: 1 } }),
      () => this.#pick(['submitted', 'draft', 'void', 'major', 'active', 'archived', 'verified', 'accepted']),
    ])();
  }

  /** Mostly a value that the field might hold. */
  #fitting(type: string, collection: string, secrets: readonly string[]): unknown {
    const random = this.#random;
    if (random.chance(0.1)) return this.#value(collection, secrets);
    if (type === 'uuid' || type === 'alias') return this.#key(collection);
    if (['integer', 'bigInteger', 'decimal', 'float'].includes(type)) return random.whole(0, 30);
    if (type === 'boolean') return random.chance(0.5);
    if (type === 'date') return this.#pick(['2026-11-01', '2025-01-31', '$NOW']);
    if (type === 'timestamp' || type === 'dateTime') return this.#pick(['2026-11-01T08:00:00Z', '$NOW(-1 day)']);
    return this.#value(collection, secrets);
  }

  #key(collection: string): string {
    const keys = this.#words.keys.get(collection) ?? [];
    return keys.length > 0 && this.#random.chance(0.95) ? this.#pick(keys) : randomUUID();
  }

  /** Mostly one the attacker may read something of: what is refused at once finds nothing. */
  #collection(): string {
    const readable = [...this.#words.readable[this.#by].keys()];
    return this.#pick(readable.length > 0 && this.#random.chance(0.85) ? readable : this.#words.collections);
  }

  /** Mostly those the attacker may read; any, now and then. */
  #fields(collection: string): readonly Word[] {
    const readable = this.#words.readable[this.#by].get(collection) ?? [];
    if (readable.length > 0 && this.#random.chance(0.96)) return readable;
    return this.#words.fields.get(collection) ?? [{ name: 'id', type: 'uuid', to: null }];
  }

  #many(make: () => unknown): unknown {
    return this.#random.chance(0.2) ? [make(), make()] : make();
  }

  #times<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: this.#random.whole(least, most) }, make);
  }

  #pick<T>(list: readonly T[]): T {
    return this.#random.pick(list);
  }
}

/** A query as it stands in an address: lists of fields with commas, everything else that is no text as JSON. */
function written(query: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(query).map(([key, value]) => {
    if (typeof value === 'string') return [key, value];
    return [key, ['fields', 'sort', 'groupBy'].includes(key) ? String(value) : JSON.stringify(value)];
  });
  return new URLSearchParams(said).toString();
}
