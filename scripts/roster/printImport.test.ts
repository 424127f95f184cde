import { afterEach, expect, it } from 'vitest';
import { printImport, type ImportAnswer } from './printImport.ts';

const before = process.env['ZHUDIAN_LANGUAGE'];
afterEach(() => {
  process.env['ZHUDIAN_LANGUAGE'] = before;
});

const counts = { enterprises: 2, inspectors: 3, teams: 1 };
const question = { sheet: '名单', message: 'F3 “张三李四”：分不清是几个人', required: true, answer: null };
const ANSWER: ImportAnswer = {
  ...{ dry_run: true, created: counts, changed: counts, unchanged: counts },
  rows: [
    { sheet: '名单', row: 2, enterprise: '甲厂', outcome: 'fault', faults: [{ message: '电话无效' }], notes: [] },
    { sheet: '名单', row: 4, enterprise: '乙厂', outcome: 'create', faults: [], notes: ['没有驻点人员'] },
  ],
  notes: [{ sheet: '名单', message: '第 5 行没有读取：合计' }],
  unread: [{ sheet: '说明', message: '没有找到表头' }],
  questions: [
    { ...question, id: '名单!F3', choices: [{ value: '张三、李四', label: '张三、李四' }] },
    { ...question, id: 'level', choices: [], required: false },
    { ...question, id: '名单!F9', choices: [], answer: '王五' },
  ],
  accounting: [{ sheet: '名单', rows: 5, read: 2, passed: 2, unclear: 1 }],
  absent: [{ name: '丙厂', county: '任城区' }],
};

it.each([
  [
    'zh',
    [
      '［工作表 名单］第 2 行 甲厂：电话无效',
      '［工作表 名单］第 4 行 乙厂：没有驻点人员',
      '［工作表 说明］没有找到表头',
      '［工作表 名单］第 5 行没有读取：合计',
      '待确认 F3 “张三李四”：分不清是几个人（编号 "名单!F3"，可填 "张三、李四" 张三、李四）',
      '可选 F3 “张三李四”：分不清是几个人（编号 "level"）',
      '工作表“名单”：共 5 行，读取 2，跳过 2，待确认 1',
      '系统中在产、文件没有列出的企业 1 家：丙厂',
      ...['新增', '更正', '不变'].map((name) => `${name}：企业 2，驻点人员 3，驻点组 1`),
      '有 1 行需要更正，没有写入',
      '有 1 处需要确认，请用 --answers 回答，没有写入',
    ],
  ],
  [
    'en',
    [
      '[sheet 名单] row 2 甲厂: 电话无效',
      '[sheet 名单] row 4 乙厂: 没有驻点人员',
      '[sheet 说明] 没有找到表头',
      '[sheet 名单] 第 5 行没有读取：合计',
      'to be answered: F3 “张三李四”：分不清是几个人 (id "名单!F3", one of: "张三、李四" 张三、李四)',
      'may be answered: F3 “张三李四”：分不清是几个人 (id "level")',
      'sheet 名单: 5 rows, 2 read, 2 passed over, 1 unclear',
      '1 enterprises in service are not in the file: 丙厂',
      ...['new', 'changed', 'unchanged'].map((name) => `${name}: 2 enterprises, 3 inspectors, 1 teams`),
      '1 rows have to be corrected; nothing was written',
      '1 questions have to be answered, with --answers; nothing was written',
    ],
  ],
])('an import tells in %s what is wrong, passed over, open and counted', (language, lines) => {
  process.env['ZHUDIAN_LANGUAGE'] = language;
  expect(printImport(ANSWER).split('\n')).toEqual(lines);
});

it('an import without a fault or an open question says whether it was written', () => {
  process.env['ZHUDIAN_LANGUAGE'] = 'zh';
  const clean = { ...ANSWER, rows: [], questions: [] };
  expect(printImport(clean)).toMatch(/试算完成，没有写入；加 --write 写入$/);
  expect(printImport({ ...clean, dry_run: false })).toMatch(/已写入$/);
});
