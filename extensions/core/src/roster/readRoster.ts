import { creditCodeFault, normaliseCreditCode } from '../enterprises/creditCode.ts';
import type { FieldFault } from '../errors/FieldFault.ts';
import { nameFault } from '../text/nameFault.ts';
import { quoteValue } from '../text/quoteValue.ts';
import { normalisePhone, phoneFault } from '../people/phone.ts';
import { bare, cellText } from './cellText.ts';
import { columnOf, type Column } from './columns.ts';
import type { Grid, RosterEnterprise, RosterPerson, RosterRow } from './RosterRow.ts';

const SEARCHED = 30;
const SEPARATOR = /[、,;/|\n]+/;
const TOTAL = /^(合计|总计|小计|共计|注|说明|备注|填表人|填报人|审核人|联系人|填表日期)[:：\s\d]*/;
const RISKS = { 红: 'red', 橙: 'orange', 黄: 'yellow', 蓝: 'blue', red: 'red', orange: 'orange', yellow: 'yellow', blue: 'blue' } as const;
/** The lines that the template shows how to fill in. */
const EXAMPLE = /^(示例|例)$/;

/** A roster read from its sheet, or why it is none. */
export type RosterReading = { readonly rows: readonly RosterRow[] } | { readonly fault: string };

interface Line {
  readonly row: number;
  readonly county: string | null;
  enterprise: RosterEnterprise;
  readonly people: RosterPerson[];
  readonly faults: FieldFault[];
}

/**
 * Reads a roster (annex 1) as counties really send it: titles above the headings, headings by many names, several lines or names in one
 * cell for one enterprise, blank lines, totals and notes at the end. Lines of one enterprise become one row.
 */
export function readRoster(grid: Grid): RosterReading {
  const header = findHeader(grid);
  if (!header) {
    return { fault: '没有找到表头：表中须有一行包含“企业名称”，并有“统一社会信用代码”“驻点人员”等列；请下载模板对照' };
  }
  const rows = new Map<string, Line[]>();
  for (const [index, cells] of grid.slice(header.end).entries()) {
    const line = readLine(cells, header.end + index + 1, header.columns);
    if (line === 'end') break;
    if (line) join(rows, line);
  }
  const lines = [...rows.values()].flat();
  return { rows: lines.map(withFileFaults(lines)) };
}

function findHeader(grid: Grid): { columns: ReadonlyMap<number, Column>; end: number } | null {
  for (let index = 0; index < Math.min(grid.length, SEARCHED); index += 1) {
    const [cells = [], next = []] = grid.slice(index, index + 2);
    const columns = read(cells);
    const found = new Set(columns.values());
    if (!found.has('enterprise') || found.size < 2) continue;
    // Headings in two lines, the upper one merged over the lower: 驻点人员 above 市级 and 县级.
    const below = read(next);
    const isHeading = below.size >= 2 && new Set(below.values()).size >= 2 && next.every((cell) => cell === '' || columnOf(cell) !== null);
    return isHeading ? { columns: new Map([...columns, ...below]), end: index + 2 } : { columns, end: index + 1 };
  }
  return null;
}

function read(cells: readonly string[]): Map<number, Column> {
  return new Map(cells.map((cell, index) => [index, columnOf(cell)] as const).filter((entry): entry is [number, Column] => entry[1] !== null));
}

function readLine(cells: readonly string[], row: number, columns: ReadonlyMap<number, Column>): Line | 'end' | null {
  const texts = (wanted: Column): string[] => [...columns].filter(([, column]) => column === wanted).map(([index]) => cellText(cells[index] ?? ''));
  const one = (wanted: Column): string | null => texts(wanted).find((text) => text !== '') ?? null;
  const name = one('enterprise')?.replace(/\n/g, '') ?? '';
  const people = peopleOf(texts);
  const written = new Set(cells.map(cellText).filter(Boolean));
  const [first] = written;
  if (first === undefined) return null;
  // A note is one text, perhaps in a cell merged over the whole line.
  const alone = written.size === 1;
  if (TOTAL.test(first) && (alone || people.length === 0)) return 'end';
  if (EXAMPLE.test(first)) return null;
  const faults: FieldFault[] = [];
  if (name === '') faults.push({ field: 'enterprise', rule: 'roster.enterprise.required', message: '缺少企业名称；合并单元格以外的空白请补全' });
  if (name.length > 200) faults.push({ field: 'enterprise', rule: 'roster.enterprise.long', message: `企业名称超过 200 字` });
  const code = one('uscc');
  const uscc = code === null ? null : normaliseCreditCode(code);
  const wrong = uscc ? creditCodeFault(uscc) : null;
  if (wrong) faults.push({ field: 'uscc', rule: 'roster.uscc', message: wrong });
  const risk = one('risk_level');
  const risk_level =
    risk === null
      ? null
      : ((RISKS as Record<string, RosterEnterprise['risk_level'] | undefined>)[risk.replace(/色|风险/g, '').toLowerCase()] ?? null);
  if (risk !== null && risk_level === null)
    faults.push({ field: 'risk_level', rule: 'roster.risk_level', message: `风险等级“${risk.slice(0, 20)}”无法识别：请填红、橙、黄、蓝` });
  const phone = one('enterprise_phone');
  for (const [field, value] of [['phone', phone] as const, ...people.map((person) => ['people', person.phone] as const)]) {
    const fault = value ? phoneFault(normalisePhone(value)) : null;
    if (fault) faults.push({ field, rule: 'roster.phone', message: fault });
  }
  const heads = HEADS.map(([field, label]) => [field, label, somebody(one(field))] as const);
  for (const [field, label, value] of [...heads, ...people.map((person) => ['people', '驻点人员姓名', person.name] as const)]) {
    const fault = value ? nameFault(value, label) : null;
    if (fault) faults.push({ field, rule: 'roster.name', message: `“${quoteValue(value)}”不是姓名：${fault}` });
  }
  const enterprise: RosterEnterprise = {
    name,
    uscc: uscc === '' ? null : uscc,
    enterprise_type: one('enterprise_type'),
    risk_level,
    address: one('address'),
    legal_representative: somebody(one('legal_representative')),
    safety_manager: somebody(one('safety_manager')),
    phone: phone ? normalisePhone(phone) : null,
  };
  return { row, county: one('county'), enterprise, people, faults };
}

const HEADS = [
  ['legal_representative', '法定代表人'],
  ['safety_manager', '安全负责人'],
] as const;

/** A cell that says there is nobody is an empty one. */
function somebody(cell: string | null): string | null {
  return cell !== null && /^(无|暂无|[-—–/\\]+)$/u.test(cell) ? null : cell;
}

/** The people of a line: several names in one cell, each with the phone at the same place. */
function peopleOf(texts: (wanted: Column) => string[]): RosterPerson[] {
  const [organisation] = texts('organisation');
  const [position] = texts('position');
  const [said] = texts('level');
  const level = said?.includes('市') ? 'city' : said ? 'county' : null;
  const kinds = [
    ['city_person', 'city_phone', 'city'],
    ['county_person', 'county_phone', 'county'],
    ['person', 'person_phone', level],
  ] as const;
  return kinds.flatMap(([person, phone, its]) => {
    const cells = texts(person);
    const phones = texts(phone).concat(person === 'person' ? [] : texts('person_phone'));
    return cells.flatMap((cell, column) => {
      const numbers = (phones[column] ?? '').split(SEPARATOR).map((text) => text.trim());
      return names(cell).map((name, index) => ({
        name,
        level: its,
        phone: numbers[index] ? normalisePhone(numbers[index]) : null,
        organisation: organisation || null,
        position: position || null,
      }));
    });
  });
}

/** Names of two or three characters are often written apart: 张 三. */
function names(cell: string): string[] {
  return cell
    .split(SEPARATOR)
    .flatMap((part) => (/^\p{Script=Han}{2,4}( \p{Script=Han}{2,4})+$/u.test(part.trim()) ? part.trim().split(' ') : [part.replace(/\s/g, '')]))
    .map((name) => name.replace(/^[(（].*[)）]$|[(（].*$/u, ''))
    .filter((name) => name !== '' && name !== '-' && name !== '无');
}

/** Lines of one enterprise are one row: by its code, else by its name in its county. `rows` are the rows so far by `nameOf`. */
function join(rows: Map<string, Line[]>, line: Line): void {
  const named = rows.get(nameOf(line)) ?? [];
  const known = named.find(({ enterprise: { uscc } }) => uscc === null || line.enterprise.uscc === null || uscc === line.enterprise.uscc);
  if (!known) {
    rows.set(nameOf(line), [...named, line]);
    return;
  }
  // What the first line leaves blank a later one may tell.
  const written = Object.entries(known.enterprise).filter(([, value]) => value !== null);
  known.enterprise = { ...line.enterprise, ...Object.fromEntries(written) };
  for (const person of line.people)
    if (!known.people.some((one) => one.name === person.name && (one.phone ?? person.phone) === (person.phone ?? one.phone)))
      known.people.push(person);
  known.faults.push(...line.faults.filter((fault) => !known.faults.some((one) => one.message === fault.message)));
}

/** An enterprise's name in its county; a line without a name is only itself. */
const nameOf = ({ row, county, enterprise }: Line): string => (enterprise.name === '' ? `line ${row}` : `${county ?? ''}/${bare(enterprise.name)}`);

/** What only the file as a whole tells: one code for two names, two codes for one name. */
function withFileFaults(all: readonly Line[]): (line: Line) => RosterRow {
  const coded = all.flatMap((line) => (line.enterprise.uscc ? [{ code: line.enterprise.uscc, line }] : []));
  const codes = ambiguous(coded.map(({ code, line }) => [code, bare(line.enterprise.name)]));
  const names = ambiguous(coded.map(({ code, line }) => [nameOf(line), code]));
  return (line) => {
    const { uscc, name } = line.enterprise;
    const faults = [...line.faults];
    if (uscc && codes.has(uscc))
      faults.push({ field: 'uscc', rule: 'roster.uscc.twice', message: `统一社会信用代码“${uscc}”在文件中对应多家企业；请核对` });
    if (uscc && names.has(nameOf(line)))
      faults.push({ field: 'uscc', rule: 'roster.name.twice', message: `“${name}”在文件中有不同的统一社会信用代码；请核对` });
    return { ...line, faults };
  };
}

/** The keys that stand with more than one value. */
function ambiguous(pairs: readonly (readonly [key: string, value: string])[]): ReadonlySet<string> {
  const last = new Map(pairs);
  return new Set(pairs.filter(([key, value]) => last.get(key) !== value).map(([key]) => key));
}
