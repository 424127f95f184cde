import PizZip from 'pizzip';
import { expect, it } from 'vitest';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import { editInOffice } from '../support/editInOffice.ts';
import { enterPanel } from '../support/enterPanel.ts';
import { hasOffice } from '../support/hasOffice.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
const MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The template with a tag that its kind does not offer, and one that is not closed. */
function spoilt(template: Buffer): Buffer {
  const zip = new PizZip(template);
  const part = 'word/document.xml';
  zip.file(part, zip.file(part)?.asText().replace('{log}', '{lgo}{#people}') ?? '');
  return zip.generate({ type: 'nodebuffer' });
}
const templateFiles = async (): Promise<number> =>
  Number(
    (await test.database.query<{ count: string }>("SELECT count(*) FROM directus_files WHERE folder::text LIKE '7a680003-%-000000000003'")).rows[0]
      ?.count,
  );

// Where there is no LibreOffice nobody can edit in it.
it.runIf(hasOffice())(
  'a wording changed in LibreOffice, uploaded and put in force is in the next document, and the older version is back with a click',
  async () => {
    const { page, faults, close } = await enterPanel(test, 'city', { width: 1280, height: 900 });
    const { directus } = test.stack.config.urls;
    try {
      await page.goto(`${directus}/admin/zhudian/templates`);
      const card = page.locator('[data-key="work_log"]');
      const [download] = await Promise.all([page.waitForEvent('download'), card.getByRole('link', { name: '下载模板' }).first().click()]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      const before = Buffer.concat(chunks);

      // A spoilt one: all its faults are told, and nothing of it is kept.
      const files = await templateFiles();
      await card.locator('input[type=file]').setInputFiles({ name: '工作日志.docx', mimeType: MIME, buffer: spoilt(before) });
      const refused = card.getByRole('alert');
      await refused.getByText('{#people}').first().waitFor();
      await refused.getByText('{lgo}').waitFor();
      await keepPicture(page, 'templates-refused');
      await waitFor('the refused file is gone', async () => ((await templateFiles()) === files ? true : null));

      const edited = await editInOffice(before, '驻点监督工作日志', '驻点监督工作日志（试行）');
      await card.locator('input[type=file]').setInputFiles({ name: '工作日志.docx', mimeType: MIME, buffer: edited });
      await card.getByText('检查通过，已存为第 2 版').waitFor();
      expect(await refused.count()).toBe(0);
      const second = card.locator('li', { hasText: '第 2 版' });
      await second.getByRole('button', { name: '预览' }).click();
      await card.locator('iframe').waitFor({ timeout: 90_000 });
      await card.locator('iframe').scrollIntoViewIfNeeded();
      // The browser's own viewer tells nobody when it has drawn.
      if (process.env.ZHUDIAN_PICTURES === 'true') await page.waitForTimeout(3000);
      await keepPicture(page, 'templates');
      await second.getByRole('button', { name: '启用' }).click();
      await card.getByText('第 2 版已启用').waitFor();

      const { rows: visits } = await test.database.query<{ id: string }>(
        "SELECT id FROM visits WHERE status = 'submitted' AND log <> '' ORDER BY id LIMIT 1",
      );
      const visit = visits[0]?.id ?? '';
      await page.goto(`${directus}/admin/content/visits/${visit}`);
      await page.getByRole('button', { name: '生成工作日志' }).click();
      const made = await waitFor('the document is there', async () => {
        const { rows } = await test.database.query<{ file: string; template_version: string }>(
          "SELECT file, template_version FROM documents WHERE visit = $1 AND kind = 'work_log' AND status = 'ready'",
          [visit],
        );
        return rows[0] ?? null;
      });
      expect(made.template_version).toBe('2');
      expect(wordText(await test.admin.download(`/assets/${made.file}`))).toContain('驻点监督工作日志（试行）');

      await page.goto(`${directus}/admin/zhudian/templates`);
      await card.locator('li', { hasText: '第 1 版' }).getByRole('button', { name: '重新启用' }).click();
      await card.getByText('第 1 版已启用').waitFor();
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  },
  300_000,
);
