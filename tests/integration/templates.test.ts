import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import { storeFile } from '../../scripts/provision/reference/storeFile.ts';
import { seedTemplates } from '../../scripts/provision/reference/templates.ts';
import type { Api } from '../support/Api.ts';
import { hasOffice } from '../support/hasOffice.ts';
import { withLinkedPicture } from '../support/linkedPicture.ts';
import { logins, type Caller } from '../support/logins.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
let as: Readonly<Record<Caller, Api>>;

beforeAll(async () => {
  as = await logins(test);
}, 600_000);

interface Version {
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly file: string;
}
async function versions(key: string): Promise<Version[]> {
  const { rows } = await test.database.query<Version>(
    'SELECT id, version, status, file FROM document_templates WHERE key = $1 ORDER BY version::int',
    [key],
  );
  return rows;
}

describe('the kinds of templates', () => {
  it('are told to those who keep them, with every tag and its meaning', async () => {
    for (const caller of ['city', 'auditor'] as const) {
      const { data } = await as[caller].send<{ key: string; tags: { name: string; meaning: string }[] }[]>('GET', '/zhudian/templates');
      expect(data.map(({ key }) => key)).toEqual(expect.arrayContaining(['work_log', 'statistics', 'statistics_xlsx', 'rectification_notice']));
      for (const { key, tags } of data) expect([key, tags.filter(({ meaning }) => meaning === '')]).toEqual([key, []]);
    }
    for (const caller of ['county', 'inspector', 'stranger'] as const) expect((await as[caller].send('GET', '/zhudian/templates')).status).toBe(403);
  });

  it('have a sample of each version for those who may read it, and for nobody else', async () => {
    const [first] = await versions('rectification_notice');
    const path = `/zhudian/templates/${first?.id ?? ''}`;
    expect(wordText(await as.city.download(`${path}/sample`))).toContain('任驻改〔2026〕3号');
    for (const caller of ['county', 'inspector', 'stranger'] as const)
      for (const what of ['sample', 'preview']) expect((await as[caller].send('GET', `${path}/${what}`)).status).toBe(404);
    if (hasOffice())
      expect(
        Buffer.from(await as.auditor.download(`${path}/preview`))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
  });
});

describe('a template that came with the system', () => {
  const seeded = async (): Promise<number> => {
    const uploads = await mkdtemp(join(tmpdir(), 'zhudian-seed-'));
    try {
      return await seedTemplates(test.database, uploads);
    } finally {
      await rm(uploads, { recursive: true });
    }
  };
  /** Makes the version in force one that came with an earlier release. */
  async function age(key: string): Promise<void> {
    const [row] = await versions(key);
    const id = crypto.randomUUID();
    const uploads = await mkdtemp(join(tmpdir(), 'zhudian-seed-'));
    const source = new URL(`../../schema/templates/${key}/template.docx`, import.meta.url).pathname;
    await storeFile(test.database, uploads, { id, source, filename: 'old.docx', type: 'application/zip', folder: null });
    await test.database.query('UPDATE document_templates SET id = $1, file = $1 WHERE id = $2', [id, row?.id]);
    await rm(uploads, { recursive: true });
  }

  it('is brought in once', async () => {
    expect(await seeded()).toBe(0);
  });

  it('follows an update while the office has none of its own', async () => {
    await age('contacts');
    expect(await seeded()).toBe(1);
    expect((await versions('contacts')).map(({ version, status }) => [version, status])).toEqual([
      ['1', 'retired'],
      ['2', 'in_force'],
    ]);
    expect(await seeded()).toBe(0);
  });

  it('waits beside the office’s own, which stays in force', async () => {
    await age('roster');
    const [row] = await versions('roster');
    // As a person who uploads one: its file is not its own name.
    await test.database.query('UPDATE document_templates SET id = $1 WHERE id = $2', [crypto.randomUUID(), row?.id]);
    expect(await seeded()).toBe(1);
    expect((await versions('roster')).map(({ version, status }) => [version, status])).toEqual([
      ['1', 'in_force'],
      ['2', 'draft'],
    ]);
  });
});

describe('a template that names something elsewhere', () => {
  const source = new URL('../../schema/templates/contacts/template.docx', import.meta.url);

  it('is refused when it is uploaded, with the place', async () => {
    const docx = withLinkedPicture(await readFile(source), 'http://127.0.0.1:9/x.png');
    const file = await as.city.upload(docx, 'linked.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    const row = { key: 'contacts', name: '联系人名单', version: '9', file, status: 'in_force' };
    const refused = await as.city.send('POST', '/items/document_templates', row);
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.errors)).toContain('正文第 1 段：引用了文件以外的内容（http://127.0.0.1:9/x.png）');
  });

  it.skipIf(!hasOffice())('and is there already, calls nobody when it is looked at', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const folder = await mkdtemp(join(tmpdir(), 'zhudian-linked-'));
    try {
      const file = join(folder, 'linked.docx');
      await writeFile(file, withLinkedPicture(await readFile(source), `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.png`));
      const id = crypto.randomUUID();
      await storeFile(test.database, join(test.stack.config.dataDir, 'uploads'), {
        id,
        source: file,
        filename: 'linked.docx',
        type: 'application/zip',
        folder: null,
      });
      await test.database.query(
        `INSERT INTO document_templates (id, key, name, version, status, file) VALUES ($1, 'contacts', '联系人名单', '8', 'retired', $1)`,
        [id],
      );
      const pdf = Buffer.from(await as.city.download(`/zhudian/templates/${id}/preview`));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(asked).toEqual([]);
    } finally {
      server.close();
      await rm(folder, { recursive: true });
    }
  });
});
