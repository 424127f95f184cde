/** A person of the register, as far as two entries of one person can be told by it. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  /** The key of their login. */
  readonly login: string | null;
  readonly phone: string | null;
}

/**
 * The names of people who are in a list more than once, each name once: under one entry, under two with one login, or under two with one name
 * and one phone. The same rule stands in `zhudian_same_person`.
 */
export function repeatedPeople(people: readonly KnownPerson[]): string[] {
  return [...new Set(people.filter((one, index) => people.slice(0, index).some((other) => isSame(one, other))).map(({ name }) => name))];
}

function isSame(one: KnownPerson, other: KnownPerson): boolean {
  if (one.id === other.id || (one.login !== null && one.login === other.login)) return true;
  return Boolean(one.phone) && one.phone === other.phone && one.name.trim() === other.name.trim();
}
