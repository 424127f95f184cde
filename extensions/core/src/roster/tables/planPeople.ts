import type { Column } from '../columns/Column.ts';
import type { PersonDetail, PersonSource } from './Table.ts';

const KINDS = ['person_phone', 'organisation', 'position', 'level'] as const;

interface Found extends Column {
  readonly column: number;
  readonly heading: string;
}

/**
 * Which columns name people, and which columns say something of which of them; `spare` are those that nobody is left for.
 *
 * @param officers the columns of an enterprise's own people, in their order
 */
export function planPeople(
  columns: readonly Found[],
  officers: readonly number[] = [],
): { sources: PersonSource[]; details: PersonDetail[]; spare: number[] } {
  const sources = columns.filter(({ kind }) => kind === 'person').map(({ column, level, slot }) => ({ column, level, slot }));
  const details: PersonDetail[] = [];
  const spare: number[] = [];
  for (const kind of KINDS) {
    const taken = new Set<number>();
    const own = columns.filter((one) => one.kind === kind && !isOfEnterprise(one, columns, officers));
    spare.push(...columns.filter((one) => one.kind === kind && !own.includes(one)).map(({ column }) => column));
    const pinned = own.filter(({ level, slot }) => level !== null || slot !== null);
    const free = own.filter((one) => !pinned.includes(one));
    for (const group of groups(pinned, sources)) place(kind, group.columns, group.sources, taken);
    place(
      kind,
      free,
      sources.map((_, index) => index).filter((index) => !taken.has(index)),
      taken,
    );
  }
  return { sources, details, spare };

  /** Columns for some of the people: one for one, one for all of them, or each for whoever stands before it. */
  function place(kind: PersonDetail['kind'], own: readonly Found[], over: readonly number[], taken: Set<number>): void {
    const give = (found: readonly Found[], whom: readonly number[]): void => {
      details.push({ kind, columns: found.map(({ column }) => column), sources: whom });
      for (const one of whom) taken.add(one);
    };
    const [first] = own;
    const [only] = over;
    if (first === undefined) return;
    if (only === undefined) spare.push(...own.map(({ column }) => column));
    else if (over.length === 1) {
      const listed = own.length > 1 && new Set(own.map(({ slot }) => slot)).size === own.length;
      const chosen = listed ? own : [own.find(({ heading }) => heading.includes('手机')) ?? first];
      give(chosen, over);
      spare.push(...own.filter((one) => !chosen.includes(one)).map(({ column }) => column));
    } else if (own.length === over.length) own.forEach((one, index) => give([one], over.slice(index, index + 1)));
    else {
      const places = over.map((index) => sources[index]?.column ?? 0);
      for (const one of own) {
        const before = places.filter((column) => column < one.column).length;
        const all = own.length === 1 && (before === 0 || before === places.length);
        const whom = all ? over : over.slice(Math.max(before - 1, 0), Math.max(before, 1));
        if (whom.some((index) => taken.has(index))) spare.push(one.column);
        else give([one], whom);
      }
    }
  }
}

/**
 * Whether a column that does not say of whom it is stands with the enterprise, or with one of its people (法定代表人, 联系人): its number is
 * not that of whoever visits it.
 */
function isOfEnterprise({ column, kind, level, slot, heading }: Found, columns: readonly Found[], officers: readonly number[]): boolean {
  if (level !== null || slot !== null || kind === 'level' || kind === 'organisation' || /驻点|派驻|监督|人员/.test(heading)) return false;
  const people = columns.filter((one) => one.kind === 'person').map((one) => one.column);
  const before = people.filter((one) => one < column);
  if (kind === 'position') return officers.includes(column - 1);
  const owner = officers.filter((one) => one < column).at(-1);
  if (owner !== undefined && owner > (before.at(-1) ?? 0)) return true;
  return kind === 'person_phone' && before.length === 0 && people.length > 0;
}

/** Columns whose headings say of whom they are, by the people they may be of. */
function groups(pinned: readonly Found[], sources: readonly PersonSource[]): { columns: Found[]; sources: number[] }[] {
  const found = new Map<string, { columns: Found[]; sources: number[] }>();
  const slots = sources.some(({ slot }) => slot !== null);
  for (const one of pinned) {
    const numbered = sources.map((_, index) => index).filter((index) => one.level === null || sources[index]?.level === one.level);
    const its =
      one.slot === null || (numbered.length === 1 && !slots)
        ? numbered
        : numbered.filter((index, place) => (slots ? sources[index]?.slot === one.slot : String(place + 1) === one.slot));
    const key = its.join(',');
    const group = found.get(key) ?? { columns: [], sources: its };
    group.columns.push(one);
    found.set(key, group);
  }
  return [...found.values()];
}
