import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import PizZip from 'pizzip';
import { beforeAll, describe, expect, it } from 'vitest';
import { OFFICE_FILES } from '../../extensions/core/src/documents/Office.ts';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import { findOffice } from '../../extensions/host/src/findOffice.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { storeFile } from '../../scripts/provision/reference/storeFile.ts';
import type { Api, ApiAnswer } from '../support/Api.ts';
import { logins, type Caller } from '../support/logins.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
let as: Readonly<Record<Caller, Api>>;

beforeAll(async () => {
  as = await logins(test);
}, 600_000);

interface Row {
  readonly id: string;
  readonly status: string;
  readonly file: string | null;
  readonly error: string | null;
  readonly template_version: string | null;
}

/** A submitted visit of the demo's inspector, with its enterprise. */
async function visit(): Promise<{ id: string; enterprise: string }> {
  const { rows } = await test.database.query<{ id: string; enterprise: string }>(
    `SELECT v.id, e.name AS enterprise FROM visits v JOIN enterprises e ON e.id = v.enterprise JOIN directus_users u ON strpos(v.visible_to, u.id::text) > 0
     WHERE v.status = 'submitted' AND u.email LIKE 'inspector@%' AND v.log <> '' ORDER BY v.visited_on, v.id LIMIT 1`,
  );
  const found = rows[0];
  if (!found) throw new Error('the demo has no submitted visit of the inspector');
  return found;
}

async function answered(id: string): Promise<Row> {
  return await waitFor(`document ${id} is answered`, async () => {
    const { rows } = await test.database.query<Row>('SELECT id, status, file, error, template_version FROM documents WHERE id = $1', [id]);
    return rows[0] && rows[0].status !== 'requested' ? rows[0] : null;
  });
}

describe('a document that somebody asks for', () => {
  it.each(['task_list', 'work_log', 'rectification_notice'])('%s of a visit is made by n8n, and its reader opens it', async (kind) => {
    const { id, enterprise } = await visit();
    const asked = await as.inspector.send<Row>('POST', '/zhudian/documents/request', { kind, id });
    expect(asked.errors).toEqual([]);
    const document = await answered(asked.data.id);
    expect(document).toMatchObject({ status: 'ready', error: null, template_version: '1' });
    const text = wordText(await as.inspector.download(`/assets/${document.file ?? ''}`));
    expect(text).toContain(enterprise);
    expect(text).not.toMatch(/[{}]|undefined|null/);
  });

  it('is one document for the same visit, however often it is asked for', async () => {
    const { id } = await visit();
    const ready = async (): Promise<number> =>
      (await test.database.query("SELECT id FROM documents WHERE visit = $1 AND kind = 'work_log' AND status = 'ready'", [id])).rows.length;
    const asked = await as.county.send<Row>('POST', '/zhudian/documents/request', { kind: 'work_log', id });
    expect(await answered(asked.data.id)).toMatchObject({ status: 'ready', error: null });
    expect(await ready()).toBe(1);
    expect((await as.county.send('GET', `/items/documents/${asked.data.id}`)).status).toBe(200);
  });

  it('is told from the one before by its name, where it is made again with another content', async () => {
    const county = countyId('370811');
    const ask = async (): Promise<{ title: string; name: string }> => {
      const asked = await as.county.send<Row>('POST', '/zhudian/documents/request', { kind: 'contacts', id: county });
      expect(await answered(asked.data.id)).toMatchObject({ status: 'ready', error: null });
      const { rows } = await test.database.query<{ title: string; name: string }>(
        'SELECT d.title, f.filename_download AS name FROM documents d JOIN directus_files f ON f.id = d.file WHERE d.id = $1',
        [asked.data.id],
      );
      return rows[0]!;
    };
    const first = await ask();
    expect(first.title).not.toContain('稿');
    for (const draft of [2, 3]) {
      await test.database.query(
        `INSERT INTO contacts (id, county, name, phone, status) VALUES (gen_random_uuid(), $1, '联络示例' || $2::text, '0537-0001234', 'active')`,
        [county, ['甲', '乙'][draft - 2]],
      );
      expect(await ask()).toEqual({ title: `${first.title}-第${draft}稿`, name: `${first.title}-第${draft}稿.docx` });
    }
    // What is the same is the same document, under its own name.
    expect((await ask()).title).toBe(`${first.title}-第3稿`);
  });

  it('is not for whoever may not see the visit', async () => {
    const { rows } = await test.database.query<{ id: string }>(
      `SELECT v.id FROM visits v JOIN directus_users u ON u.email LIKE 'inspector@%' WHERE strpos(coalesce(v.visible_to, ''), u.id::text) = 0 LIMIT 1`,
    );
    const answer = await as.inspector.send('POST', '/zhudian/documents/request', { kind: 'work_log', id: rows[0]?.id });
    expect(answer.status).toBe(404);
    expect((await as.stranger.send('POST', '/zhudian/documents/request', { kind: 'work_log', id: rows[0]?.id })).status).not.toBe(200);
  });
});

describe('a document about a county, or about all', () => {
  const county = async (name: string): Promise<string> =>
    (await test.database.query<{ id: string }>('SELECT id FROM counties WHERE name = $1', [name])).rows[0]?.id ?? '';
  const textOf = async (by: Api, asked: ApiAnswer<Row>): Promise<string> => {
    expect(asked.errors).toEqual([]);
    const { file, error } = await answered(asked.data.id);
    expect(error).toBeNull();
    return wordText(await by.download(`/assets/${file ?? ''}`));
  };

  it('shows a county its own contacts and roster, and only those', async () => {
    const { rows } = await test.database.query<{ id: string; name: string; enterprise: string; contact: string }>(
      `SELECT c.id, c.name, (SELECT name FROM enterprises WHERE county = c.id AND status = 'active' ORDER BY name LIMIT 1) AS enterprise,
         (SELECT name FROM contacts WHERE county = c.id AND status = 'active' LIMIT 1) AS contact
       FROM counties c JOIN directus_users u ON u.county = c.id WHERE u.email LIKE 'county@%'`,
    );
    const own = rows[0];
    if (!own) throw new Error('the demo has no county user');
    const contacts = await textOf(as.county, await as.county.send<Row>('POST', '/zhudian/documents/request', { kind: 'contacts', id: own.id }));
    expect(contacts).toContain(own.contact);
    const roster = await textOf(as.county, await as.county.send<Row>('POST', '/zhudian/documents/request', { kind: 'roster', id: own.id }));
    expect(roster).toContain(own.enterprise);
    expect(roster).not.toMatch(/[{}]|undefined|null/);
    const { rows: abroad } = await test.database.query<{ name: string }>(
      'SELECT name FROM enterprises WHERE county <> $1 AND name NOT IN (SELECT name FROM enterprises WHERE county = $1)',
      [own.id],
    );
    for (const { name } of abroad) expect(roster).not.toContain(name);
  });

  it('of all counties is the city’s: a county is refused it, and does not find the city’s', async () => {
    const asked = await as.city.send<Row>('POST', '/zhudian/documents/request', { kind: 'contacts' });
    const text = await textOf(as.city, asked);
    expect(text).toContain('尚未报送联系人');
    for (const by of [as.county, as.inspector]) {
      expect((await by.send('POST', '/zhudian/documents/request', { kind: 'contacts' })).status).toBe(403);
      expect((await by.send('GET', `/items/documents/${asked.data.id}`)).status).toBe(403);
    }
    const { file } = await answered(asked.data.id);
    await expect(as.county.download(`/assets/${file ?? ''}`)).rejects.toThrow(/403/);
    expect((await as.auditor.send('GET', `/items/documents/${asked.data.id}`)).status).toBe(200);
  });

  it('is shown as PDF to its readers, by LibreOffice where there is one, and to nobody else', async () => {
    const { rows } = await test.database.query<{ id: string }>(
      "SELECT id FROM documents WHERE kind = 'contacts' AND county IS NULL AND status = 'ready'",
    );
    const path = `/zhudian/documents/${rows[0]?.id ?? ''}/preview`;
    expect((await as.county.raw(path)).status).toBe(404);
    expect((await as.stranger.raw(path)).status).toBe(404);
    const { status, text } = await as.city.raw(path);
    if (await findOffice('')) expect([status, text.slice(0, 5)]).toEqual([200, '%PDF-']);
    else expect([status, text]).toEqual([503, expect.stringContaining('没有安装 LibreOffice')]);
  }, 120_000);

  it('of another county is refused, and an inspector gets none', async () => {
    const other = await county('微山县');
    expect((await as.county.send('POST', '/zhudian/documents/request', { kind: 'roster', id: other })).status).toBe(403);
    expect((await as.inspector.send('POST', '/zhudian/documents/request', { kind: 'roster', id: other })).status).toBe(403);
  });

  it('is not asked for by whoever only reads', async () => {
    const { id } = await visit();
    expect((await as.auditor.send('POST', '/zhudian/documents/request', { kind: 'work_log', id })).status).toBe(403);
  });

  it('asked for twenty times at once is one request', async () => {
    const id = await county('邹城市');
    const asks = Array.from({ length: 20 }, () => as.city.send<Row>('POST', '/zhudian/documents/request', { kind: 'roster', id }));
    const ids = new Set((await Promise.all(asks)).map(({ data }) => data.id));
    for (const asked of ids) {
      await waitFor(`request ${asked} is settled`, async () => {
        const { rows } = await test.database.query<Row>('SELECT status FROM documents WHERE id = $1', [asked]);
        return rows[0]?.status === 'requested' ? null : true;
      });
    }
    const { rows } = await test.database.query('SELECT id FROM documents WHERE kind = $1 AND county = $2', ['roster', id]);
    expect(rows).toHaveLength(1);
  });
});

describe('a template of the office', () => {
  /** The work log as the office would have it, uploaded by the city. */
  async function upload(from: string, to: string): Promise<string> {
    const zip = new PizZip(await readFile(new URL('../../schema/templates/work_log/template.docx', import.meta.url)));
    const xml = zip.file('word/document.xml')?.asText() ?? '';
    expect(xml).toContain(from);
    const bytes = zip.file('word/document.xml', xml.replace(from, to)).generate({ type: 'uint8array' });
    return await as.city.upload(bytes, '日志.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  }
  const add = async (file: string, version: string): Promise<ApiAnswer<{ id: string }>> =>
    await as.city.send('POST', '/items/document_templates', { key: 'work_log', name: '工作日志', version, status: 'in_force', file });

  it('with faults is refused, all of them named', async () => {
    const { status, errors } = await add(await upload('{remarks}', '{remarks}{weather}{salary}'), '坏的');
    expect(status).toBe(400);
    expect(errors[0]?.extensions).toMatchObject({ field: 'file', rule: 'document_template.file.faults' });
    expect(errors[0]?.message).toContain('{weather}');
    expect(errors[0]?.message).toContain('{salary}');
  });

  it('for Excel is checked like one for Word, is what programs get, and goes when an older one is put back in force', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(await readFile(new URL('../../schema/templates/statistics/template.xlsx', import.meta.url))).buffer);
    const title = workbook.worksheets[0]?.getCell('A2');
    if (!title) throw new Error('the template has no title');
    const upload = async (value: string): Promise<string> => {
      title.value = value;
      return await as.city.upload(new Uint8Array(await workbook.xlsx.writeBuffer()), '统计表.xlsx', OFFICE_FILES.Excel.mime);
    };
    const use = async (file: string): Promise<ApiAnswer<{ id: string }>> =>
      await as.city.send('POST', '/items/document_templates', {
        key: 'statistics_xlsx',
        name: '统计表',
        version: '办公室2版',
        status: 'in_force',
        file,
      });
    const refused = await use(await upload('统计表{weather}{#rows}'));
    expect(refused.status).toBe(400);
    expect(refused.errors[0]?.message).toMatch(/工作表“统计表”单元格 A2：/);
    const before = await test.database.query<{ id: string }>("SELECT id FROM document_templates WHERE key = 'statistics_xlsx'");
    expect(before.rows).toHaveLength(1);
    expect((await use(await upload('统计表（试行）'))).errors).toEqual([]);
    const served = new ExcelJS.Workbook();
    await served.xlsx.load(new Uint8Array(await as.automation.download('/zhudian/templates/statistics_xlsx/file')).buffer);
    expect(served.worksheets[0]?.getCell('A2').value).toBe('统计表（试行）');
    await as.city.send('PATCH', `/items/document_templates/${before.rows[0]?.id ?? ''}`, { status: 'in_force' });
    await served.xlsx.load(new Uint8Array(await as.automation.download('/zhudian/templates/statistics_xlsx/file')).buffer);
    expect(served.worksheets[0]?.getCell('A2').value).toBe('全市非危化品化工生产企业安全生产驻点监督工作情况统计表');
    const word = await as.city.upload(
      await readFile(new URL('../../schema/templates/statistics/template.docx', import.meta.url)),
      '统计表.docx',
      OFFICE_FILES.Word.mime,
    );
    expect((await use(word)).errors[0]?.message).toMatch(/xlsx/);
  });

  it('is what the next document is made from, and an older one is back with one change', async () => {
    const { id } = await visit();
    const before = await test.database.query<{ id: string }>("SELECT id FROM document_templates WHERE key = 'work_log' AND status = 'in_force'");
    expect((await add(await upload('驻点监督工作日志', '驻点监督工作日志（试行）'), '办公室2版')).errors).toEqual([]);
    const asked = await as.city.send<Row>('POST', '/zhudian/documents/request', { kind: 'work_log', id });
    const document = await answered(asked.data.id);
    expect(document.template_version).toBe('办公室2版');
    expect(wordText(await as.city.download(`/assets/${document.file ?? ''}`))).toContain('（试行）');
    await as.city.send('PATCH', `/items/document_templates/${before.rows[0]?.id ?? ''}`, { status: 'in_force' });
    const { rows } = await test.database.query<{ id: string }>("SELECT id FROM document_templates WHERE key = 'work_log' AND status = 'in_force'");
    expect(rows).toEqual(before.rows);
  });

  it('that was spoilt behind our back leaves no document, and whoever asked reads why', async () => {
    const { id } = await visit();
    const file = crypto.randomUUID();
    const uploads = join(test.stack.config.dataDir, 'uploads');
    // No upload takes it: it was put there.
    await storeFile(test.database, uploads, {
      ...{ id: file, source: Buffer.from('not a template'), filename: '坏.docx', folder: null },
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    });
    const { rows } = await test.database.query<{ file: string }>(
      "SELECT file FROM document_templates WHERE key = 'rectification_notice' AND status = 'in_force'",
    );
    // As a database administrator may: no rule of ours is asked.
    const use = async (which: string | undefined): Promise<void> => {
      await test.database.query('ALTER TABLE document_templates DISABLE TRIGGER USER');
      await test.database.query("UPDATE document_templates SET file = $1 WHERE key = 'rectification_notice' AND status = 'in_force'", [which]);
      await test.database.query('ALTER TABLE document_templates ENABLE TRIGGER USER');
    };
    await use(file);
    try {
      const asked = await as.inspector.send<Row>('POST', '/zhudian/documents/request', { kind: 'rectification_notice', id });
      const document = await answered(asked.data.id);
      expect(document).toMatchObject({ status: 'failed', file: null });
      expect(document.error).toMatch(/Word/);
      expect(document.error).not.toMatch(/undefined|null|\[object/);
    } finally {
      await use(rows[0]?.file);
    }
  });
});
