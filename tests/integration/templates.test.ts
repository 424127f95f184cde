import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import { storeFile } from '../../scripts/provision/reference/storeFile.ts';
import { seedTemplates } from '../../scripts/provision/reference/templates.ts';
import type { Api } from '../support/Api.ts';
import { hasOffice } from '../support/hasOffice.ts';
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
