import type { Permission } from './Permission.ts';
import type { Filter, Rule } from './Rule.ts';
import type { Model, Sight } from './Sight.ts';

/** A caller's sight from their rights to read, whose variables are filled in. */
export class RuledSight implements Sight {
  readonly model: Model;
  readonly #permissions: readonly Permission[];

  constructor(permissions: readonly Permission[], model: Model) {
    this.model = model;
    this.#permissions = permissions;
  }

  rule(collection: string, field?: string): Rule {
    return anyOf(this.#rights(collection, field));
  }

  beyondRows(collection: string, field: string): Rule {
    const rights = this.#rights(collection, field);
    return rights.length > 0 && rights.length === this.#rights(collection).length ? 'all' : anyOf(rights);
  }

  #rights(collection: string, field?: string): Permission[] {
    return this.#permissions.filter(
      (one) => one.collection === collection && (field === undefined || one.fields?.includes('*') === true || one.fields?.includes(field) === true),
    );
  }
}

/** Rights add up. */
function anyOf(rights: readonly Permission[]): Rule {
  if (rights.length === 0) return 'none';
  const filters = new Map<string, Filter>();
  for (const { permissions } of rights) {
    if (permissions === null || Object.keys(permissions).length === 0) return 'all';
    filters.set(JSON.stringify(permissions), permissions);
  }
  const [only, ...others] = filters.values();
  return only && others.length === 0 ? only : { _or: [...filters.values()] };
}
