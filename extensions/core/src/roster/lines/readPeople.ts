import { normalisePhone, phoneFault } from '../../people/phone.ts';
import type { FieldFault } from '../../errors/FieldFault.ts';
import type { Doubt } from '../people/Doubt.ts';
import { pairPhones } from '../people/pairPhones.ts';
import { partsOf } from '../people/partsOf.ts';
import { readLevels } from '../people/readLevels.ts';
import type { Named } from '../people/readName.ts';
import { readNames } from '../people/readNames.ts';
import { spreadTexts } from '../people/spreadTexts.ts';
import type { RosterPerson } from '../rows/RosterRow.ts';
import type { PersonDetail, Table } from '../tables/Table.ts';
import type { CellReader, ReadCell } from './CellReader.ts';
import { nameFaults } from './nameFaults.ts';

/** Somebody is still to be named, unlike 无 and ——. */
const VACANT = /待|未|缺|空/;

type Place = Named | null;
type Details = Partial<Record<PersonDetail['kind'], string>>;

/** The people of a row, in the order of its columns, whoever leads first. */
export interface PeopleOfRow {
  readonly people: readonly RosterPerson[];
  /** Whether a cell says that somebody is still to be named. */
  readonly vacant: boolean;
  readonly faults: readonly FieldFault[];
}

/** Reads the cells of people in a row; what is unclear in them is asked through `cells`. */
export function readPeople({ sources, details }: Table, row: number, cells: CellReader): PeopleOfRow {
  let [open, vacant] = [false as boolean, false as boolean];
  const ask = (cell: ReadCell, kind: PersonDetail['kind'] | 'person', doubt: Doubt): void => {
    open = true;
    cells.doubt(cell, kind, doubt);
  };
  const places: Place[][] = sources.map(({ column, level }) => {
    const cell = cells.read(row, column);
    if (!cell) {
      // What is asked about already is not there yet.
      open ||= cells.cell(row, column) !== undefined;
      return [];
    }
    const names = readNames(cell.text, cell.sure);
    if ('why' in names) {
      ask(cell, 'person', names);
      return [];
    }
    vacant ||= names.people.includes(null) && VACANT.test(cell.text);
    const contrary = names.people.find((one) => one?.level && level && one.level !== level);
    if (contrary) ask(cell, 'person', { why: `“${contrary.name}”在${level === 'city' ? '市级' : '县级'}一列，却注明是另一级`, choices: [] });
    return names.people.map((one) => one && { ...one, ...(level ? { level } : {}) });
  });
  const told = places.map((its) => its.map((): Details => ({})));
  for (const { kind, columns, sources: over } of open ? [] : details) {
    const found = columns.map((column) => cells.read(row, column));
    const [first] = found.filter((cell) => cell !== null);
    if (!first) continue;
    const its = over.flatMap((index) => places[index] ?? []);
    const targets = over.flatMap((index) => told[index] ?? []);
    const texts = found.map((cell) => cell?.text ?? '');
    if (its.every((one) => one === null)) {
      if (kind === 'person_phone' && texts.some((text) => /\d{7}/.test(text))) ask(first, kind, { why: '有电话，没有姓名', choices: [''] });
      continue;
    }
    const values = mergedElsewhere(kind, first, over) ?? valuesOf(kind, texts, its);
    if (!Array.isArray(values)) ask(first, kind, values);
    else values.forEach((value, index) => value !== null && Object.assign(targets[index] ?? {}, { [kind]: value }));
  }
  const faults: FieldFault[] = [];
  const people = places.flatMap((its, source) =>
    its.flatMap((one, index): (RosterPerson & { leads: boolean })[] => {
      if (!one) return [];
      faults.push(...nameFaults('people', '驻点人员姓名', one.name));
      const { person_phone, level, organisation, position }: Details = told[source]?.[index] ?? {};
      const phone = person_phone ?? (one.phone ? normalisePhone(one.phone) : null);
      const fault = phone ? phoneFault(phone) : null;
      if (fault) faults.push({ field: 'people', rule: 'roster.phone', message: fault });
      if (person_phone && one.phone && person_phone !== one.phone)
        faults.push({
          field: 'people',
          rule: 'roster.phone.two',
          message: `“${one.name}”有两个不同的电话 ${one.phone}、${person_phone}；请只留一个`,
        });
      const said = (level as 'city' | 'county' | undefined) ?? null;
      if (said && one.level && said !== one.level)
        faults.push({ field: 'people', rule: 'roster.level.two', message: `“${one.name}”一处写市级、一处写县级；请核对` });
      return [
        {
          name: one.name,
          level: one.level ?? said,
          phone,
          organisation: organisation ?? one.organisation ?? null,
          position: position ?? one.position ?? null,
          leads: one.leads === true || (sources[source]?.slot === 'lead' && sources.some(({ slot }) => slot === 'member')),
        },
      ];
    }),
  );
  const ordered = [...people.filter(({ leads }) => leads), ...people.filter(({ leads }) => !leads)].map(({ leads: _, ...person }) => person);
  return { people: ordered, vacant, faults };

  /** A number, or a list, in a cell that is merged over more rows than the names are is not this row's alone. */
  function mergedElsewhere(kind: PersonDetail['kind'], first: ReadCell, over: readonly number[]): Doubt | null {
    if (first.sure) return null;
    const [from, to] = cells.extent(row, first.place.column);
    const names = over.map((index) => cells.extent(row, sources[index]?.column ?? 0));
    const wider = names.some(([top, bottom]) => from < top || to > bottom);
    if (!wider || (kind !== 'person_phone' && partsOf(first.text).length === 1)) return null;
    return { why: `合并了第 ${from}—${to} 行，不知属于哪一位；请取消合并，逐人填写`, choices: [''] };
  }
}

function valuesOf(kind: PersonDetail['kind'], texts: readonly string[], its: readonly Place[]): (string | null)[] | Doubt {
  if (kind === 'person_phone')
    return pairPhones(
      texts,
      its.map((one) => one?.name ?? null),
    );
  return kind === 'level' ? readLevels(texts, its.length) : spreadTexts(texts, its.length);
}
