import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import { editInOffice } from '../support/editInOffice.ts';
import { enterPanel } from '../support/enterPanel.ts';
import { hasOffice } from '../support/hasOffice.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();

// Where there is no LibreOffice nobody can edit in it.
it.runIf(hasOffice())(
  'a wording changed in LibreOffice and uploaded in the panel is in the next document',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhudian-upload-'));
    const { page, faults, close } = await enterPanel(test, 'city', { width: 1280, height: 900 });
    const { directus } = test.stack.config.urls;
    try {
      const { rows: templates } = await test.database.query<{ file: string }>(
        "SELECT file FROM document_templates WHERE key = 'work_log' AND status = 'in_force'",
      );
      const before = await test.admin.download(`/assets/${templates[0]?.file ?? ''}`);
      const edited = join(folder, '工作日志.docx');
      await writeFile(edited, await editInOffice(before, '驻点监督工作日志', '驻点监督工作日志（试行）'));

      await page.goto(`${directus}/admin/content/document_templates/+`);
      const field = (name: string) => page.locator(`[data-field="${name}"]`);
      await field('key').locator('input').fill('work_log');
      await field('name').locator('input').fill('工作日志');
      await field('version').locator('input').fill('试行版');
      await field('status').locator('.v-input, .v-select, input').first().click();
      await page.locator('.v-menu-content').getByText('启用中', { exact: true }).click();
      await field('file').locator('.v-list-item, .v-input, button').first().click();
      await page.locator('.v-menu-content').getByText('从设备上传文件').or(page.getByText('上传文件')).first().click();
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.locator('.v-dialog, dialog').locator('.v-upload button, button').first().click(),
      ]);
      await chooser.setFiles(edited);
      await field('file').getByText('工作日志').waitFor();
      await keepPicture(page, 'template-upload');
      await page.keyboard.press('Control+s');
      await waitFor('the template is in force', async () => {
        const { rows } = await test.database.query("SELECT FROM document_templates WHERE version = '试行版' AND status = 'in_force'");
        return rows.length === 1 ? true : null;
      });

      const { rows: visits } = await test.database.query<{ id: string }>(
        "SELECT id FROM visits WHERE status = 'submitted' AND log <> '' ORDER BY id LIMIT 1",
      );
      const visit = visits[0]?.id ?? '';
      await page.goto(`${directus}/admin/content/visits/${visit}`);
      await page.getByRole('button', { name: '生成工作日志' }).click();
      const document = await waitFor('the document is there', async () => {
        const { rows } = await test.database.query<{ file: string; template_version: string }>(
          "SELECT file, template_version FROM documents WHERE visit = $1 AND kind = 'work_log' AND status = 'ready'",
          [visit],
        );
        return rows[0] ?? null;
      });
      expect(document.template_version).toBe('试行版');
      expect(wordText(await test.admin.download(`/assets/${document.file}`))).toContain('驻点监督工作日志（试行）');
      expect(faults).toEqual([]);
    } finally {
      await close();
      await rm(folder, { recursive: true, force: true });
    }
  },
  300_000,
);
