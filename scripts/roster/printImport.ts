interface Counts {
  readonly enterprises: number;
  readonly inspectors: number;
  readonly teams: number;
}

/** What `/zhudian/roster/import` answers. */
export interface ImportAnswer {
  readonly dry_run: boolean;
  readonly created: Counts;
  readonly changed: Counts;
  readonly unchanged: Counts;
  readonly rows: readonly {
    readonly row: number;
    readonly enterprise: string;
    readonly outcome: string;
    readonly faults: readonly { readonly message: string }[];
  }[];
}

/** An import for the terminal: what is wrong line by line, then the counts. */
export function printImport({ dry_run, created, changed, unchanged, rows }: ImportAnswer): string {
  const faulty = rows.filter(({ outcome }) => outcome === 'fault');
  const faults = faulty.flatMap(({ row, enterprise, faults: told }) => told.map(({ message }) => `第 ${row} 行 ${enterprise}：${message}`));
  const line = (name: string, { enterprises, inspectors, teams }: Counts): string =>
    `${name}：企业 ${enterprises}，驻点人员 ${inspectors}，驻点组 ${teams}`;
  const end = faulty.length > 0 ? `有 ${faulty.length} 行需要更正，没有写入` : dry_run ? '试算完成，没有写入；加 --write 写入' : '已写入';
  return [...faults, line('新增', created), line('更正', changed), line('不变', unchanged), end].join('\n');
}
