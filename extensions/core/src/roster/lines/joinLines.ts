import type { FieldFault } from '../../errors/FieldFault.ts';
import type { Asker } from '../questions/Asker.ts';
import { bare } from '../sheet/cellText.ts';
import type { RosterEnterprise, RosterPerson, RosterRow } from '../rows/RosterRow.ts';
import type { Line } from './Line.ts';

interface Joined extends Omit<RosterRow, 'people' | 'faults' | 'notes'> {
  readonly number: string | null;
  enterprise: RosterEnterprise;
  people: RosterPerson[];
  readonly faults: FieldFault[];
  readonly notes: string[];
}

/** The enterprises of a file, and the rows of which it is unclear whether they are one more. */
export interface JoinedLines {
  readonly rows: readonly RosterRow[];
  readonly unclear: readonly { readonly sheet: string; readonly row: number }[];
}

/** More people than any enterprise has. */
const MOST_PEOPLE = 50;

const isSamePerson = (one: RosterPerson, other: RosterPerson): boolean =>
  one.name === other.name && (one.phone ?? other.phone) === (other.phone ?? one.phone);

/**
 * Lines of one enterprise are one row: those that follow each other, by code, else by name in its county. An enterprise that comes again
 * elsewhere with the same people is counted once; with other people somebody has to say which hold.
 */
export function joinLines(lines: readonly Line[], asker: Asker): JoinedLines {
  const rows: Joined[] = [];
  const byName = new Map<string, Joined[]>();
  const unclear: { sheet: string; row: number }[] = [];
  let last: Joined | undefined;
  for (const line of lines) {
    const named = byName.get(nameOf(line)) ?? [];
    const known = line.continues
      ? last
      : named.find(({ enterprise: { uscc } }) => uscc === null || line.enterprise.uscc === null || uscc === line.enterprise.uscc);
    if (!known) {
      const { continues: _, ...rest } = line;
      last = { ...rest, people: [...line.people], faults: [...line.faults], notes: [...line.notes] };
      rows.push(last);
      byName.set(nameOf(line), [...named, last]);
      continue;
    }
    const follows = line.continues || (known === last && known.sheet === line.sheet && (line.number ?? known.number) === known.number);
    if (follows) add(known, line);
    else again(known, line);
    last = known;
  }
  return { rows: rows.map(({ number: _, ...row }) => row).map(withFileFaults(rows)), unclear };

  /** The enterprise comes again in another place. */
  function again(known: Joined, line: Line): void {
    const where = `${line.sheet === known.sheet ? '' : `工作表“${line.sheet}”`}第 ${line.row} 行`;
    const same =
      line.people.length === 0 ||
      (line.people.length === known.people.length && line.people.every((person) => known.people.some((one) => isSamePerson(one, person))));
    if (same) {
      add(known, line);
      known.notes.push(`${where}是同一家企业，内容相同，只计一次`);
      return;
    }
    const names = (people: readonly RosterPerson[]): string => people.map(({ name }) => name).join('、') || '没有人员';
    const message = `“${line.enterprise.name}”在第 ${known.row} 行是${names(known.people)}，在${where}是${names(line.people)}`;
    const answer = asker.ask({
      ...{
        id: `${line.sheet}!${line.row}:twice`,
        sheet: line.sheet,
        row: line.row,
        text: line.enterprise.name,
        free: false,
        required: true,
        message,
      },
      choices: [
        { value: 'first', label: `以第 ${known.row} 行为准` },
        { value: 'last', label: `以${where}为准` },
        { value: 'both', label: '合并两处的人员' },
      ],
    });
    if (answer === 'first') known.notes.push(`${where}没有导入：已选择以第 ${known.row} 行为准`);
    else if (answer === 'last') {
      known.people = [...line.people];
      add(known, line);
    } else add(known, answer === 'both' ? line : { ...line, people: [] });
    if (answer !== undefined) return;
    known.faults.push({ field: 'people', rule: 'roster.unclear.twice', message: `${message}；请在文件中合并，或在导入页面选择` });
    unclear.push({ sheet: line.sheet, row: line.row });
  }
}

/** What the first line leaves blank a later one may tell; people are counted once. */
function add(known: Joined, line: Line): void {
  const written = Object.entries(known.enterprise).filter(([, value]) => value !== null);
  known.enterprise = { ...line.enterprise, ...Object.fromEntries(written) };
  for (const person of line.people) {
    if (known.people.length >= MOST_PEOPLE) tell(known, line);
    else if (!known.people.some((one) => isSamePerson(one, person))) known.people.push(person);
  }
  known.faults.push(...line.faults.filter((fault) => !known.faults.some((one) => one.message === fault.message)));
  if (known.notes.length < MOST_PEOPLE) known.notes.push(...line.notes.filter((note) => !known.notes.includes(note)));
}

function tell({ faults }: Joined, { row }: Line): void {
  const rule = 'roster.people.many';
  if (faults.some((one) => one.rule === rule)) return;
  faults.push({ field: 'people', rule, message: `到第 ${row} 行已超过 ${MOST_PEOPLE} 名驻点人员，不像一家企业的；请核对企业名称是否漏填` });
}

/** An enterprise's name in its county; a line without a name is only itself. */
const nameOf = ({ sheet, row, county, enterprise }: Pick<Line, 'sheet' | 'row' | 'county' | 'enterprise'>): string =>
  enterprise.name === '' ? `line ${sheet}!${row}` : `${county ?? ''}/${bare(enterprise.name)}`;

/** What only the file as a whole tells: one code for two names, two codes for one name. */
function withFileFaults(all: readonly Joined[]): (row: RosterRow) => RosterRow {
  const coded = all.flatMap((line) => (line.enterprise.uscc ? [{ code: line.enterprise.uscc, line }] : []));
  const codes = ambiguous(coded.map(({ code, line }) => [code, bare(line.enterprise.name)]));
  const names = ambiguous(coded.map(({ code, line }) => [nameOf(line), code]));
  return (row) => {
    const { uscc, name } = row.enterprise;
    const faults = [...row.faults];
    if (uscc && codes.has(uscc))
      faults.push({ field: 'uscc', rule: 'roster.uscc.twice', message: `统一社会信用代码“${uscc}”在文件中对应多家企业；请核对` });
    if (uscc && names.has(nameOf(row)))
      faults.push({ field: 'uscc', rule: 'roster.name.twice', message: `“${name}”在文件中有不同的统一社会信用代码；请核对` });
    return { ...row, faults };
  };
}

/** The keys that stand with more than one value. */
function ambiguous(pairs: readonly (readonly [key: string, value: string])[]): ReadonlySet<string> {
  const last = new Map(pairs);
  return new Set(pairs.filter(([key, value]) => last.get(key) !== value).map(([key]) => key));
}
