import type { FieldFault } from '../../errors/FieldFault.ts';
import { creditCodeFault, normaliseCreditCode } from '../../enterprises/creditCode.ts';
import { normalisePhone, phoneFault } from '../../people/phone.ts';
import type { Kind } from '../columns/Column.ts';
import type { Asker } from '../questions/Asker.ts';
import { quoted } from '../questions/quoted.ts';
import { address } from '../sheet/address.ts';
import type { Table } from '../tables/Table.ts';
import { isPlaceholder } from '../values/isPlaceholder.ts';
import { riskOf } from '../values/riskOf.ts';
import { nameWithoutNote, stoppedIn } from '../values/stoppedIn.ts';
import type { RosterEnterprise } from '../rows/RosterRow.ts';
import type { RowFate } from '../accounting/RowFate.ts';
import { CellReader, type ReadCell } from './CellReader.ts';
import { classifyRow } from './classifyRow.ts';
import type { Line } from './Line.ts';
import { nameFaults } from './nameFaults.ts';
import { readPeople } from './readPeople.ts';

/** What was read of a table: its lines, and what became of each of its rows. */
export interface TableReading {
  readonly lines: readonly Line[];
  readonly fates: readonly RowFate[];
}

/** Numbers that a spreadsheet shows shortened: 9.13708E+17. */
const SCIENTIFIC = /^\d(\.\d+)?E\+?\d+$/i;
/** What a spreadsheet makes of a code of eighteen digits. */
const ROUNDED = /^\d{15}000$/;
const LOST = '单元格是数字，Excel 只保留 15 位，后几位已丢失；请把该列设为“文本”格式后重新输入，或在此填写完整代码';
const OFFICE = /(局|委员会|管委会|政府|办公室|专项行动办|办事处|工信局)$/;
const OWN: readonly Kind[] = [
  'number',
  'uscc',
  'enterprise_type',
  'address',
  'legal_representative',
  'safety_manager',
  'enterprise_phone',
  'risk_level',
];

/** Reads the rows of a table. `hints` are the texts that may name its county. */
export function readTable(table: Table, hints: readonly string[], asker: Asker): TableReading {
  const cells = new CellReader(table, asker);
  const firstOf = new Map([...table.columns].reverse().map(([column, { kind }]) => [kind, column]));
  const lines: Line[] = [];
  const fates: RowFate[] = [];
  let county: string | null = null;
  /** The line above a group of enterprises: 李营街道, 任城区. */
  let group: string | null = null;
  /** Whether the row before was one of an enterprise, so that this one may go on with it. */
  let goesOn = false;
  for (let row = table.first; row <= table.bottom; row += 1) {
    const text = row < table.top ? rowText(row) : '';
    fates.push({ row, fate: 'passed', reason: row >= table.top ? 'heading' : text === '' ? 'blank' : 'title', text });
  }
  for (let row = table.bottom + 1; row <= table.last; row += 1) {
    const its = classifyRow(table, row);
    const text = its.is === 'data' ? '' : rowText(row);
    const pass = (fate: RowFate['fate'], reason: RowFate['reason']): void => void fates.push({ row, fate, reason, text });
    const answer =
      its.is === 'doubt' ? askRow(row, text, its.why) : asker.answer(`${table.sheet.name}:hidden`) === 'skip' && isHidden(row) ? 'hidden' : 'read';
    if (its.is === 'passed') {
      if (its.reason === 'town') {
        group = text;
        remember(row);
      }
      pass('passed', its.reason);
      goesOn = goesOn && its.reason === 'heading';
    } else if (answer === 'skip' || answer === 'hidden') pass('passed', answer === 'skip' ? 'skipped' : 'hidden');
    else if (answer === undefined) pass('unclear', null);
    else {
      const line = readLine(row);
      lines.push(line);
      pass(line.faults.some(({ rule }) => rule.startsWith('roster.unclear')) ? 'unclear' : 'read', null);
      goesOn = true;
    }
  }
  return { lines, fates };

  function rowText(row: number): string {
    const texts = (table.sheet.rows[row - 1]?.cells ?? []).map((cell) => cell?.text ?? '');
    return [...new Set(texts.filter(Boolean))].join(' ').replace(/\n/g, ' ').slice(0, 100);
  }

  function isHidden(row: number): boolean {
    return table.sheet.rows[row - 1]?.hidden ?? false;
  }

  function askRow(row: number, text: string, why: string): string | undefined {
    const choices = [
      { value: 'skip', label: '不导入这一行' },
      { value: 'read', label: '照常导入' },
    ];
    const message = `第 ${row} 行 ${quoted(text)}：${why}`;
    return asker.ask({ id: `${table.sheet.name}!${row}:row`, sheet: table.sheet.name, row, text, message, choices, free: false, required: true });
  }

  function value(row: number, kind: Kind): ReadCell | null {
    const column = firstOf.get(kind);
    return column === undefined ? null : cells.read(row, column);
  }

  function remember(row: number): void {
    const column = firstOf.get('county');
    const wide = column !== undefined && cells.cell(row, column + 1)?.from?.row === row;
    const text = column === undefined || wide ? undefined : cells.read(row, column)?.text;
    if (text !== undefined && !/镇|乡|街道|办事处|园/.test(text)) county = text;
  }

  function readLine(row: number): Line {
    const faults: FieldFault[] = [];
    const notes: string[] = [];
    const { name, note, continues } = readEnterpriseName(row, faults, notes);
    const { people, vacant, faults: personal } = readPeople(table, row, cells);
    if (vacant) notes.push('有驻点人员待补充，没有读取');
    const enterprise: RosterEnterprise = {
      name,
      uscc: readCode(row, faults),
      risk_level: readRisk(row),
      phone: readPhone(row, faults),
      enterprise_type: plain(row, 'enterprise_type'),
      address: plain(row, 'address'),
      legal_representative: readHead(row, 'legal_representative', '法定代表人', faults),
      safety_manager: readHead(row, 'safety_manager', '安全负责人', faults),
      status: readStatus(row, note, notes),
    };
    const [number, its] = [value(row, 'number')?.text ?? null, value(row, 'county')];
    if (its && !isPlaceholder(its.text)) county = its.text;
    else if (county !== null && !its) notes.push(`“县（市、区）”空白，按上面的“${county}”读取`);
    const all = [...faults, ...cells.takeFaults(), ...personal];
    return {
      sheet: table.sheet.name,
      row,
      county,
      hints: group === null ? hints : [group, ...hints],
      number,
      continues,
      enterprise,
      people,
      faults: all,
      notes,
    };
  }

  /** A line without a name goes on with the enterprise above where only people are in it, or where the name is merged over it. */
  function readEnterpriseName(row: number, faults: FieldFault[], notes: string[]): { name: string; note: string | null; continues: boolean } {
    const column = firstOf.get('enterprise') ?? 0;
    const before = lines.at(-1);
    const merged = (cells.cell(row, column)?.from?.row ?? row) < row;
    const cell = cells.read(row, column);
    const { name, note } = nameWithoutNote(cell?.text.replace(/\n/g, '') ?? '');
    if (merged && before && goesOn) return { name: before.enterprise.name, note: null, continues: true };
    if (name === '' && before && goesOn && OWN.every((kind) => !cells.cell(row, firstOf.get(kind) ?? 0))) {
      notes.push(`第 ${row} 行没有企业名称，按上一行“${before.enterprise.name}”的人员读取`);
      return { name: before.enterprise.name, note: null, continues: true };
    }
    const open = cells.cell(row, column) !== undefined && cell === null;
    if (cell && !cell.sure) askEnterprise(cell);
    if (name === '' && !open)
      faults.push({ field: 'enterprise', rule: 'roster.enterprise.required', message: '缺少企业名称；合并单元格以外的空白请补全' });
    if (name.length > 200) faults.push({ field: 'enterprise', rule: 'roster.enterprise.long', message: '企业名称超过 200 字' });
    return { name, note, continues: false };
  }

  /** Two enterprises in one cell, and offices among the enterprises: a list of contacts looks like a roster. */
  function askEnterprise(cell: ReadCell): void {
    const parts = cell.text.split(/[\n、,;]/).map((part) => part.trim());
    if (parts.filter((part) => /(公司|厂)$/.test(part) && !/^.{0,6}分公司$/.test(part)).length > 1)
      cells.doubt(cell, 'enterprise', { why: '像是两家企业；请分成两行', choices: [] });
    else if (OFFICE.test(cell.text)) cells.doubt(cell, 'enterprise', { why: '像是机关单位，不是企业', choices: [cell.text] });
  }

  function readCode(row: number, faults: FieldFault[]): string | null {
    const cell = value(row, 'uscc');
    if (!cell || isPlaceholder(cell.text)) return null;
    const code = normaliseCreditCode(cell.text);
    if (!cell.sure && (cell.flaw === 'digits' || SCIENTIFIC.test(cell.text) || ROUNDED.test(code))) {
      cells.doubt(cell, 'uscc', {
        why: LOST,
        choices: cell.flaw === undefined && ROUNDED.test(code) && creditCodeFault(code) === null ? [code] : [],
      });
      return null;
    }
    const wrong = creditCodeFault(code);
    if (wrong) faults.push({ field: 'uscc', rule: 'roster.uscc', message: wrong });
    return code;
  }

  function readRisk(row: number): RosterEnterprise['risk_level'] {
    const cell = value(row, 'risk_level');
    if (!cell || isPlaceholder(cell.text)) return null;
    const risk = riskOf(cell.text);
    if (risk === null) cells.doubt(cell, 'risk_level', { why: '风险等级无法识别：请填红、橙、黄、蓝', choices: ['红', '橙', '黄', '蓝', ''] });
    return risk;
  }

  function readPhone(row: number, faults: FieldFault[]): string | null {
    const cell = value(row, 'enterprise_phone');
    if (!cell || isPlaceholder(cell.text)) return null;
    const phone = normalisePhone(cell.text);
    const fault = phoneFault(phone);
    if (fault) faults.push({ field: 'phone', rule: 'roster.phone', message: fault });
    return phone;
  }

  function plain(row: number, kind: Kind): string | null {
    const cell = value(row, kind);
    return cell && !isPlaceholder(cell.text) ? cell.text : null;
  }

  function readHead(row: number, kind: 'legal_representative' | 'safety_manager', label: string, faults: FieldFault[]): string | null {
    const name = plain(row, kind);
    faults.push(...nameFaults(kind, label, name));
    return name;
  }

  /** Whether somebody says that the enterprise has stopped: asked for, and told beside the row until it is answered. */
  function readStatus(row: number, note: string | null, notes: string[]): RosterEnterprise['status'] {
    const written = [...table.columns]
      .filter(([, { kind }]) => kind === 'remarks' || kind === 'status')
      .flatMap(([column]) => cells.read(row, column) ?? []);
    const told = [note, ...written.map(({ text }) => stoppedIn(text))].filter((text) => text !== null);
    const [first] = told;
    if (first === undefined) return null;
    const column = written.find(({ text }) => text === first)?.place.column ?? firstOf.get('enterprise') ?? 1;
    const cell = address({ row, column });
    const answer = asker.ask({
      ...{ id: `${table.sheet.name}!${cell}:status`, sheet: table.sheet.name, cell, row, text: first, free: false, required: false },
      message: `第 ${row} 行注明“${first}”：企业在系统中是什么状态？`,
      choices: [
        { value: 'keep', label: '状态不变（新企业按在产）' },
        { value: 'suspended', label: '停产' },
        { value: 'closed', label: '关闭' },
        { value: 'active', label: '在产' },
      ],
    });
    if (answer === 'suspended' || answer === 'closed' || answer === 'active') return answer;
    notes.push(`文件中注明“${first}”：状态不会因此改变，请确认是否改为停产`);
    return null;
  }
}
