import { say } from './say.ts';

interface Counts {
  readonly enterprises: number;
  readonly inspectors: number;
  readonly teams: number;
}

/** What `npm run roster:import` says; what is wrong with a row the system says, to the office, in Chinese. */
export const rosterTexts = {
  description: () =>
    say({
      en: 'Imports a roster (.xlsx or .csv). Without --write it is a trial run. DIRECTUS_URL and DIRECTUS_TOKEN name another system than the local one.',
      zh: '导入花名册（.xlsx 或 .csv）。不加 --write 只是试算。DIRECTUS_URL 和 DIRECTUS_TOKEN 可指定本机以外的系统。',
    }),
  file: () => say({ en: 'the roster', zh: '花名册文件' }),
  county: () =>
    say({ en: 'county of rows that name none, by its code (GB/T 2260)', zh: '没有写明县（市、区）的行所属的县，用行政区划代码（GB/T 2260）' }),
  answers: () =>
    say({
      en: 'answers to the questions of a trial run: a JSON file, an object of their ids and values',
      zh: '试算时所提问题的答案：JSON 文件，内容是各问题的编号和答案',
    }),
  write: () => say({ en: 'writes it, if nothing is wrong or open', zh: '没有错误、没有待确认的问题时写入' }),
  sheet: (sheet: string, message: string) => say({ en: `[sheet ${sheet}] ${message}`, zh: `［工作表 ${sheet}］${message}` }),
  row: (row: number, enterprise: string, message: string) =>
    say({ en: `row ${row} ${enterprise}: ${message}`, zh: `第 ${row} 行 ${enterprise}：${message}` }),
  required: () => say({ en: 'to be answered:', zh: '待确认' }),
  optional: () => say({ en: 'may be answered:', zh: '可选' }),
  question: (kind: string, message: string, id: string) => say({ en: `${kind} ${message} (id ${id})`, zh: `${kind} ${message}（编号 ${id}）` }),
  questionOf: (kind: string, message: string, id: string, choices: string) =>
    say({ en: `${kind} ${message} (id ${id}, one of: ${choices})`, zh: `${kind} ${message}（编号 ${id}，可填 ${choices}）` }),
  sums: (sheet: string, rows: number, read: number, passed: number, unclear: number) =>
    say({
      en: `sheet ${sheet}: ${rows} rows, ${read} read, ${passed} passed over, ${unclear} unclear`,
      zh: `工作表“${sheet}”：共 ${rows} 行，读取 ${read}，跳过 ${passed}，待确认 ${unclear}`,
    }),
  absent: (count: number, names: string) =>
    say({
      en: `${count} enterprises in service are not in the file: ${names}`,
      zh: `系统中在产、文件没有列出的企业 ${count} 家：${names}`,
    }),
  noCounty: (code: string) => say({ en: `there is no county with the code ${code}`, zh: `没有代码为“${code}”的县（市、区）` }),
  created: () => say({ en: 'new', zh: '新增' }),
  changed: () => say({ en: 'changed', zh: '更正' }),
  unchanged: () => say({ en: 'unchanged', zh: '不变' }),
  counts: (name: string, { enterprises, inspectors, teams }: Counts) =>
    say({
      en: `${name}: ${enterprises} enterprises, ${inspectors} inspectors, ${teams} teams`,
      zh: `${name}：企业 ${enterprises}，驻点人员 ${inspectors}，驻点组 ${teams}`,
    }),
  faulty: (count: number) => say({ en: `${count} rows have to be corrected; nothing was written`, zh: `有 ${count} 行需要更正，没有写入` }),
  open: (count: number) =>
    say({
      en: `${count} questions have to be answered, with --answers; nothing was written`,
      zh: `有 ${count} 处需要确认，请用 --answers 回答，没有写入`,
    }),
  trial: () => say({ en: 'a trial run, nothing was written; --write writes it', zh: '试算完成，没有写入；加 --write 写入' }),
  written: () => say({ en: 'written', zh: '已写入' }),
};

/** What `npm run workflows:…` says. */
export const workflowTexts = {
  description: () => say({ en: 'Workflows between workflows/ and n8n.', zh: '在 workflows/ 与 n8n 之间传送流程。' }),
  pull: () => say({ en: 'what was edited in the running n8n → workflows/', zh: '运行中的 n8n 里修改过的 → workflows/' }),
  push: () => say({ en: 'workflows/ → n8n, over whatever is there, while it is stopped', zh: 'workflows/ → n8n，覆盖原有的；须先停止系统' }),
  diff: () =>
    say({
      en: 'what was shipped last, what is in the running n8n, what this version ships',
      zh: '比较上次装入的、运行中的 n8n 里的、本版本的三者',
    }),
  take: () => say({ en: 'decides between what is in n8n and what this version ships', zh: '在 n8n 里的和本版本的之间取舍' }),
  from: () =>
    say({
      en: 'n8n: stays as it is; files: this version, while the installation is stopped',
      zh: 'n8n：保留现有的；files：采用本版本的，须先停止系统',
    }),
  same: () => say({ en: 'n8n has every workflow as this version ships it.', zh: 'n8n 中的流程均与本版本一致。' }),
  sideFault: () => say({ en: 'error: --from is n8n or files', zh: '--from 须为 n8n 或 files' }),
  taken: (file: string, kept: string | undefined) =>
    say({
      en: `${file} is published.${kept === undefined ? '' : ` What was there: ${kept}`}`,
      zh: `${file} 已发布。${kept === undefined ? '' : `原有的在 ${kept}`}`,
    }),
  noFile: (folder: string, name: string) => say({ en: `${folder} has no ${name}.`, zh: `${folder} 中没有 ${name}。` }),
  nothing: (title: string) => say({ en: `${title}: nothing\n`, zh: `${title}：无\n` }),
  places: (title: string) => say({ en: `${title}: nothing but places on the canvas\n`, zh: `${title}：只是节点在画布上的位置\n` }),
  whole: () => say({ en: 'workflow', zh: '流程' }),
  node: (name: string) => say({ en: `node “${name}”`, zh: `节点“${name}”` }),
  wire: (wire: string) => say({ en: `connection ${wire}`, zh: `连线 ${wire}` }),
  notThere: () => say({ en: 'It is not in n8n.', zh: 'n8n 中没有这个流程。' }),
  unknown: () => say({ en: 'What was shipped last is not known.', zh: '不清楚上次装入的内容。' }),
  fromN8n: () => say({ en: 'From n8n to this version', zh: '从 n8n 到本版本' }),
  changedThere: () => say({ en: 'Changed in n8n', zh: 'n8n 中的改动' }),
  changedHere: () => say({ en: 'Changed by this version', zh: '本版本的改动' }),
  keep: (command: string) => say({ en: `Keep what is in n8n:            ${command}`, zh: `保留 n8n 中的：              ${command}` }),
  replace: (command: string) => say({ en: `Take this version (n8n stopped): ${command}`, zh: `采用本版本的（须先停止系统）：${command}` }),
};
