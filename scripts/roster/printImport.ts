interface Counts {
  readonly enterprises: number;
  readonly inspectors: number;
  readonly teams: number;
}

/** A question that a file leaves open; `answer` is null while nobody has answered it. */
export interface RosterQuestion {
  readonly id: string;
  readonly sheet: string;
  readonly message: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly required: boolean;
  readonly answer: string | null;
}

/** What `/zhudian/roster/import` answers. */
export interface ImportAnswer {
  readonly dry_run: boolean;
  readonly created: Counts;
  readonly changed: Counts;
  readonly unchanged: Counts;
  readonly rows: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly enterprise: string;
    readonly outcome: string;
    readonly faults: readonly { readonly message: string }[];
    readonly notes: readonly string[];
  }[];
  readonly notes: readonly { readonly sheet: string; readonly message: string }[];
  readonly unread: readonly { readonly sheet: string; readonly message: string }[];
  readonly questions: readonly RosterQuestion[];
  readonly accounting: readonly {
    readonly sheet: string;
    readonly rows: number;
    readonly read: number;
    readonly passed: number;
    readonly unclear: number;
  }[];
  readonly absent: readonly { readonly name: string; readonly county: string }[];
}

/** A question for the terminal, with the id that `--answers` answers it by. */
export function printQuestion({ id, message, choices, required }: RosterQuestion): string {
  const offered = choices.length > 8 ? '' : choices.map(({ value, label }) => `${JSON.stringify(value)} ${label}`).join('；');
  return `${required ? '待确认' : '可选'} ${message}（${JSON.stringify(id)}${offered === '' ? '' : `：${offered}`}）`;
}

/** An import for the terminal: what is wrong line by line, what was not read, what is unclear, then the counts. */
export function printImport({ dry_run, created, changed, unchanged, rows, notes, unread, questions, accounting, absent }: ImportAnswer): string {
  const faulty = rows.filter(({ outcome }) => outcome === 'fault');
  const several = accounting.length > 1;
  const at = (sheet: string): string => (several && sheet !== '' ? `［${sheet}］` : '');
  const faults = faulty.flatMap(({ sheet, row, enterprise, faults: told }) =>
    told.map(({ message }) => `${at(sheet)}第 ${row} 行 ${enterprise}：${message}`),
  );
  const told = rows.flatMap(({ sheet, row, enterprise, notes: its }) => its.map((note) => `${at(sheet)}第 ${row} 行 ${enterprise}：${note}`));
  const passed = [...unread, ...notes].map(({ sheet, message }) => `${at(sheet)}${message}`);
  const asked = questions.filter(({ answer }) => answer === null);
  const sums = accounting.map(
    ({ sheet, rows: all, read, passed: over, unclear }) => `工作表“${sheet}”：共 ${all} 行，读取 ${read}，跳过 ${over}，待确认 ${unclear}`,
  );
  const left = absent.length === 0 ? [] : [`系统中在产、文件没有列出的企业 ${absent.length} 家：${absent.map(({ name }) => name).join('、')}`];
  const line = (name: string, { enterprises, inspectors, teams }: Counts): string =>
    `${name}：企业 ${enterprises}，驻点人员 ${inspectors}，驻点组 ${teams}`;
  const open = asked.filter(({ required }) => required).length;
  const wrong = [...(faulty.length > 0 ? [`有 ${faulty.length} 行需要更正`] : []), ...(open > 0 ? [`有 ${open} 处需要确认`] : [])].join('，');
  const end = wrong !== '' ? `${wrong}，没有写入` : dry_run ? '试算完成，没有写入；加 --write 写入' : '已写入';
  return [
    ...[...faults, ...told, ...passed, ...asked.map(printQuestion), ...sums, ...left],
    ...[line('新增', created), line('更正', changed), line('不变', unchanged), end],
  ].join('\n');
}
