import { deflateRawSync, crc32 } from 'node:zlib';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import type { ApiError } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { useTestStack } from '../support/useTestStack.ts';

interface Answer {
  readonly status: number;
  readonly errors: readonly (ApiError & {
    extensions: { rows?: { faults: { field: string; message: string }[] }[]; questions?: { id: string }[] };
  })[];
  readonly data: {
    readonly dry_run: boolean;
    readonly created: Counts;
    readonly changed: Counts;
    readonly unchanged: Counts;
    readonly rows: {
      sheet: string;
      row: number;
      enterprise: string;
      people: string[];
      outcome: string;
      faults: { field: string; message: string }[];
      notes: string[];
    }[];
    readonly questions: { id: string; required: boolean; answer: string | null; message: string }[];
    readonly notes: { message: string }[];
    readonly unread: { message: string }[];
    readonly accounting: { sheet: string; rows: number; read: number; passed: number; unclear: number }[];
    readonly absent: { name: string }[];
    readonly file: string | null;
  };
}
interface Counts {
  readonly enterprises: number;
  readonly inspectors: number;
  readonly teams: number;
}

const test = useTestStack();
let apis: Awaited<ReturnType<typeof logins>>;

beforeAll(async () => {
  apis = await logins(test);
}, 600_000);

const HEAD = ['序号', '县（市、区）', '企业名称', '统一社会信用代码', '地址', '驻点人员', '联系电话'];
const line = (name: string, people = '钱一、孙二', phones = '0537-0002001、0537-0002002', county = '任城区'): string[] => [
  '1',
  county,
  name,
  '',
  '示例路1号',
  people,
  phones,
];
const csv = (...lines: string[][]): Buffer =>
  Buffer.from([HEAD, ...lines].map((cells) => cells.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(',')).join('\n'));

async function send(who: Caller, bytes: Buffer, dryRun: boolean, name = '名单.csv', county?: string, answers?: object): Promise<Answer> {
  const fields = { ...(county ? { county } : {}), ...(answers ? { answers: JSON.stringify(answers) } : {}) };
  return (await apis[who].sendFile(`/zhudian/roster/import?dry_run=${dryRun}`, bytes, name, fields)) as Answer;
}
const counts = async (): Promise<unknown> =>
  (
    await test.database.query(
      'SELECT (SELECT count(*) FROM enterprises) AS e, (SELECT count(*) FROM inspectors) AS i, (SELECT count(*) FROM teams) AS t, (SELECT count(*) FROM team_members) AS m',
    )
  ).rows;

describe('importing a roster', () => {
  it('tells first what it would do, then does it, and the second time changes nothing', async () => {
    const bytes = csv(line('导入示例一厂'), line('导入示例二厂', '钱一、周三', '0537-0002001、0537-0002003'));
    const before = await counts();
    const dry = await send('city', bytes, true);
    expect(dry.data).toMatchObject({ dry_run: true, created: { enterprises: 2, inspectors: 3, teams: 2 }, file: null });
    expect(dry.data.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'create'],
      [3, 'create'],
    ]);
    expect(await counts()).toEqual(before);

    const real = await send('city', bytes, false);
    expect(real.data).toMatchObject({ dry_run: false, created: { enterprises: 2, inspectors: 3, teams: 2 } });
    const kept = await test.database.query<{ title: string }>('SELECT title FROM directus_files WHERE id = $1', [real.data.file]);
    expect(kept.rows[0]?.title).toContain('名单.csv');
    const { rows } = await test.database.query(
      `SELECT e.name, e.county, u.email, string_agg(i.name, '、' ORDER BY i.name) AS people FROM enterprises e JOIN teams t ON t.enterprise = e.id JOIN team_members m ON m.team = t.id
       JOIN inspectors i ON i.id = m.inspector JOIN directus_users u ON u.id = e.user_created WHERE e.name = '导入示例一厂' GROUP BY 1, 2, 3`,
    );
    expect(rows).toEqual([{ name: '导入示例一厂', county: countyId('370811'), email: 'city@zhudian.example.org', people: '孙二、钱一' }]);

    const written = await counts();
    const again = await send('city', bytes, false);
    expect(again.data).toMatchObject({
      created: { enterprises: 0, inspectors: 0, teams: 0 },
      changed: { enterprises: 0, inspectors: 0, teams: 0 },
      unchanged: { enterprises: 2, inspectors: 3, teams: 2 },
    });
    expect(await counts()).toEqual(written);
  });

  it('is told to a workflow that listens, with what it has brought', async () => {
    await test.database.query(`INSERT INTO outbox_consumers (consumer, name, topics, own) VALUES ('test', 'test', '{roster.imported}', true)`);
    const bytes = csv(line('告知示例厂', '钱一、何九', '0537-0002001、0537-0002009'));
    expect((await send('city', bytes, true)).data.created.enterprises).toBe(1);
    const { data } = await send('city', bytes, false, '告知.csv');
    const { rows } = await test.database.query(`SELECT payload, done_at IS NOT NULL AS done FROM outbox WHERE topic = 'roster.imported'`);
    await test.database.query(`DELETE FROM outbox_consumers WHERE consumer = 'test'`);
    const { created, changed, unchanged } = data;
    expect(created).toEqual({ enterprises: 1, inspectors: 1, teams: 1 });
    expect(rows).toEqual([
      { payload: { file: '告知.csv', county: countyId('370811'), county_name: '任城区', created, changed, unchanged }, done: true },
    ]);
  });

  it('writes nothing at all when the last row is wrong, and names the row, the cell and the remedy', async () => {
    const before = await counts();
    const answer = await send('city', csv(line('导入示例三厂'), line('导入示例四厂', '只一人', '')), false);
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'ZHUDIAN_ROSTER_FAULTS']);
    expect(answer.errors[0]?.extensions.rows?.[0]?.faults[0]?.message).toContain('两人一企');
    expect(await counts()).toEqual(before);
  });

  it('sent twice at the same instant is written once', async () => {
    const bytes = csv(line('导入示例五厂', '吴五、郑六', '0537-0002005、0537-0002006'));
    const answers = await Promise.all([send('city', bytes, false), send('city', bytes, false)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ data }) => data.created.enterprises).sort()).toEqual([0, 1]);
    expect((await test.database.query(`SELECT FROM enterprises WHERE name = '导入示例五厂'`)).rowCount).toBe(1);
  });

  it('gives an enterprise a new team that begins today, and ends the old one yesterday', async () => {
    const { rows } = await test.database.query<{ name: string; id: string }>(
      `SELECT e.id, e.name FROM enterprises e JOIN teams t ON t.enterprise = e.id AND t.valid_to IS NULL AND t.valid_from < current_date - 5 WHERE e.county = $1 LIMIT 1`,
      [countyId('370811')],
    );
    const answer = await send('county', csv(line(rows[0]!.name, '冯七、陈八', '0537-0002007、0537-0002008')), false);
    expect(answer.data.changed.teams).toBe(1);
    const { rows: teams } = await test.database.query(
      `SELECT valid_to = zhudian_today() - 1 AS ended, valid_from = zhudian_today() AS begins FROM teams WHERE enterprise = $1 ORDER BY valid_from DESC LIMIT 2`,
      [rows[0]!.id],
    );
    expect(teams).toEqual([
      { ended: null, begins: true },
      { ended: true, begins: false },
    ]);
  });

  it('is for offices: a county for its own, nobody else at all', async () => {
    const foreign = await send('county', csv(line('他县厂', '钱一、孙二', '', '邹城市')), true);
    expect(foreign.data.rows[0]).toMatchObject({ outcome: 'fault', faults: [{ field: 'county' }] });
    for (const who of ['inspector', 'auditor'] as const) expect((await send(who, csv(line('某厂')), true)).status).toBe(403);
    expect((await send('stranger', csv(line('某厂')), true)).status).toBe(403);
  });

  it('takes the county from the form when the file has no such column', async () => {
    const bytes = Buffer.from('企业名称,驻点人员\n无县列厂,"钱一、孙二"');
    expect((await send('city', bytes, true)).data.rows[0]?.outcome).toBe('fault');
    expect((await send('city', bytes, true, 'a.csv', countyId('370811'))).data.rows[0]?.outcome).toBe('create');
  });

  it('reads what Excel writes on a Chinese machine, and a workbook with merged cells', async () => {
    const gbk = Buffer.concat([
      Buffer.from('c6f3d2b5c3fbb3c6', 'hex'),
      Buffer.from(','),
      Buffer.from('d7a4b5e3c8cbd4b1', 'hex'),
      Buffer.from('\n'),
      Buffer.from('bcd7b3a7', 'hex'),
      Buffer.from(',\n'),
    ]);
    expect((await send('county', gbk, true)).data.rows[0]?.enterprise).toBe('甲厂');
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('名单');
    sheet.addRows([['附件1'], ['名单'], ['企业名称', '驻点人员', '联系电话'], ['合并厂', '钱一', 5370002001], ['', '孙二', '']]);
    sheet.mergeCells('A4:A5');
    const answer = await send('county', Buffer.from(await workbook.xlsx.writeBuffer()), true, '名单.xlsx');
    expect(answer.data.rows).toMatchObject([{ row: 4, enterprise: '合并厂', people: ['钱一', '孙二'] }]);
  });
});

describe('a roster as an office keeps it', () => {
  const workbook = async (fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> => {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet('李营街道'), book);
    return Buffer.from(await book.xlsx.writeBuffer());
  };

  it('is read from all its sheets, and what was passed over, not read and not named is told', async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.addRows([HEAD, line('多表一厂'), ['小计', '', '1家'], ['合计', '', '1家']]);
      book.addWorksheet('二十里铺').addRows([HEAD.concat('备注'), [...line('多表二厂'), '已停产']]);
      book.addWorksheet('说明').addRow(['每月报送']);
    });
    const { data } = await send('county', bytes, true, '名单.xlsx');
    expect(data.rows.map(({ sheet, row, enterprise, outcome }) => [sheet, row, enterprise, outcome])).toEqual([
      ['李营街道', 2, '多表一厂', 'create'],
      ['二十里铺', 2, '多表二厂', 'create'],
    ]);
    expect(data.rows[1]?.notes.join()).toContain('已停产');
    expect(data.accounting).toMatchObject([
      { sheet: '李营街道', rows: 4, read: 1, passed: 3, unclear: 0 },
      { sheet: '二十里铺', rows: 2, read: 1, passed: 1, unclear: 0 },
      { sheet: '说明', rows: 1, read: 0, passed: 1, unclear: 0 },
    ]);
    expect(data.notes.map(({ message }) => message)).toEqual([expect.stringContaining('第 3—4 行没有读取：小计、合计')]);
    expect(data.unread.map(({ message }) => message)).toEqual([expect.stringContaining('备注'), expect.stringContaining('工作表“说明”')]);
    const { rows: known } = await test.database.query<{ name: string }>(
      `SELECT name FROM enterprises WHERE county = $1 AND status = 'active' ORDER BY name`,
      [countyId('370811')],
    );
    expect(data.absent.map(({ name }) => name).sort()).toEqual(known.map(({ name }) => name).sort());
  });

  it('is written when what it leaves open is answered, and not before', async () => {
    const bytes = csv(line('问答示例厂', '张三李四', ''), line('停产示例厂（停产）'));
    const before = await counts();
    const dry = await send('county', bytes, true);
    expect(dry.data.questions.filter(({ required }) => required).map(({ id }) => id)).toEqual(['名单!F2']);
    const refused = await send('county', bytes, false);
    expect([refused.status, refused.errors[0]?.extensions.code, refused.errors[0]?.extensions.questions?.map(({ id }) => id)]).toEqual([
      400,
      'ZHUDIAN_ROSTER_FAULTS',
      ['名单!F2'],
    ]);
    expect(await counts()).toEqual(before);
    const answers = { '名单!F2': '张三、李四', '名单!C3:status': 'suspended', level: 'county' };
    const written = await send('county', bytes, false, '名单.csv', undefined, answers);
    expect([written.status, written.data.created.enterprises]).toEqual([200, 2]);
    const { rows } = await test.database.query(`SELECT name, status FROM enterprises WHERE name IN ('问答示例厂', '停产示例厂') ORDER BY name`);
    expect(rows).toEqual([
      { name: '停产示例厂', status: 'suspended' },
      { name: '问答示例厂', status: 'active' },
    ]);
    const again = await send('county', bytes, false, '名单.csv', undefined, answers);
    expect(again.data).toMatchObject({ created: { enterprises: 0 }, changed: { enterprises: 0 }, unchanged: { enterprises: 2 } });
    expect((await send('county', bytes, true, '名单.csv', undefined, [1])).status).toBe(400);
  });

  it('is read by the results of its formulas', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRows([HEAD, line('公式示例厂')]);
      sheet.getCell('C2').value = { formula: 'A1&"厂"', result: '公式示例厂' };
    });
    expect((await send('county', bytes, true, '名单.xlsx')).data.rows).toMatchObject([{ enterprise: '公式示例厂', outcome: 'create' }]);
  });
});

it('a file is kept as what it is, whatever it was called', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('名单').addRows([HEAD, line('改名导入厂')]);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  for (const [name, sent, kept, type] of [
    ['名单.csv', bytes, '名单.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['名单', bytes, '名单.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['名单.xlsx', csv(line('改名导入厂')), '名单.csv', 'text/csv'],
  ] as const) {
    const answer = await send('city', sent, false, name);
    expect([name, answer.errors]).toEqual([name, []]);
    const { rows } = await test.database.query('SELECT filename_download, type FROM directus_files WHERE id = $1', [answer.data.file]);
    expect(rows).toEqual([{ filename_download: kept, type }]);
  }
});

describe('a file that is none', () => {
  const workbook = async (fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> => {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet('名单'));
    return Buffer.from(await book.xlsx.writeBuffer());
  };
  it.each<[string, () => Promise<Buffer> | Buffer, string, string]>([
    ['an empty one', () => Buffer.alloc(0), 'a.xlsx', '空'],
    ['one of a single letter', () => Buffer.from('甲厂').subarray(0, 3), 'a.csv', '没有找到表头'],
    ['an old or encrypted workbook', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'a.xls', '另存为'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), 'a.xlsx', '文件类型不对'],
    ['a page', () => Buffer.from('<html><script>alert(1)</script></html>'), 'a.csv', '文件类型不对'],
    ['a torn workbook', async () => (await workbook((sheet) => sheet.addRow(HEAD))).subarray(0, 900), 'a.xlsx', '损坏'],
    ['a bomb', () => bomb(), 'a.xlsx', '解压后过大'],
    ['macros by name', () => workbook((sheet) => sheet.addRow(HEAD)), 'a.xlsm', '含宏'],
    ['more than ten megabytes', () => Buffer.alloc(11 * 1024 * 1024, 65), 'a.csv', '10 MB'],
    ['no headings', () => Buffer.from('甲,乙\n1,2'), 'a.csv', '没有找到表头'],
    ['headings alone', () => csv(), 'a.csv', '没有企业'],
    ['very long cells', () => csv(line('厂'.repeat(3000))), 'a.csv', '超过 2000 字'],
    ['too many lines', () => csv(...Array.from({ length: 20_100 }, (_, n) => line(`厂${n}`))), 'a.csv', '上限 20000 行'],
  ])('%s is refused with what to do, and nothing is written', async (_, make, name, words) => {
    const before = await counts();
    const answer = await send('city', await make(), false, name);
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'ZHUDIAN_ROSTER_FILE']);
    expect(answer.errors[0]?.message).toContain(words);
    expect(await counts()).toEqual(before);
  });

  it('of two hundred megabytes is cut off, and the server goes on', async () => {
    const answer = await send('city', Buffer.alloc(200 * 1024 * 1024, 65), true).catch(() => null);
    if (answer) expect(answer.status).toBe(400);
    expect((await send('city', csv(line('某厂')), true)).status).toBe(200);
  });
});

describe('the roster as a file', () => {
  it('exports what an import of it leaves as it is, in both formats', async () => {
    for (const format of ['xlsx', 'csv'] as const) {
      const bytes = await apis.county.download(`/zhudian/roster/export?format=${format}`);
      const answer = await send('county', bytes, true, `名单.${format}`);
      const told = answer.data.rows.filter(
        ({ outcome, faults }) => outcome !== 'keep' && !faults.some(({ message }) => message.includes('两人一企') || message.includes('停用')),
      );
      expect([format, told, answer.data.rows.length > 3]).toEqual([format, [], true]);
    }
  });

  it('gives a county its own enterprises only', async () => {
    const text = (await apis.county.download('/zhudian/roster/export?format=csv')).toString();
    expect(text).toContain('任城');
    expect(text).not.toContain('邹城市');
    expect((await apis.county.raw(`/zhudian/roster/export?county=${countyId('370883')}`)).status).toBe(403);
    expect((await apis.inspector.raw('/zhudian/roster/export')).status).toBe(403);
  });

  it('never makes a formula of what people wrote', async () => {
    await test.database.query(`UPDATE enterprises SET address = '=cmd|''/c calc''!A1' WHERE name = '导入示例一厂'`);
    expect((await apis.county.download('/zhudian/roster/export?format=csv')).toString()).toContain(`"'=cmd|`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await apis.county.download('/zhudian/roster/export')) as unknown as ArrayBuffer);
    const types = new Set<number>();
    book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => types.add(cell.type)));
    expect(types.has(ExcelJS.ValueType.Formula)).toBe(false);
  });

  it('has a template whose examples an import passes over', async () => {
    const answer = await send('city', await apis.city.download('/zhudian/roster/template'), true, '模板.xlsx');
    expect(answer.errors[0]?.message).toContain('没有企业');
  });
});

/** A workbook whose sheet is a gigabyte of zeros. */
function bomb(): Buffer {
  const entry = (name: string, content: Buffer): { local: Buffer; central: (at: number) => Buffer } => {
    const packed = deflateRawSync(content, { level: 9 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, Buffer.from(name), packed]);
    return {
      local,
      central: (at) => {
        const tail = Buffer.alloc(14);
        tail.writeUInt32LE(at, 10);
        return Buffer.concat([Buffer.from('504b01021400', 'hex'), head, tail, Buffer.from(name)]);
      },
    };
  };
  const entries = [entry('xl/workbook.xml', Buffer.from('<workbook/>')), entry('xl/worksheets/sheet1.xml', Buffer.alloc(100 * 1024 * 1024))];
  let at = 0;
  const central = entries.map((one) => {
    const record = one.central(at);
    at += one.local.length;
    return record;
  });
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(central).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...entries.map(({ local }) => local), ...central, Buffer.from('504b0506', 'hex'), end]);
}
