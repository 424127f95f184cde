import { expect, it } from 'vitest';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import { Api } from '../support/Api.ts';
import { editInOffice } from '../support/editInOffice.ts';
import { enterPanel } from '../support/enterPanel.ts';
import { hasOffice } from '../support/hasOffice.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();

// Where there is no LibreOffice nobody can edit in it.
it.runIf(hasOffice())(
  'a wording changed in LibreOffice and put in force is in the document that the button makes next',
  async () => {
    const { page, faults, close } = await enterPanel(test, 'city', { width: 1280, height: 900 });
    const { directus } = test.stack.config.urls;
    try {
      const { rows: templates } = await test.database.query<{ file: string }>(
        "SELECT file FROM document_templates WHERE key = 'work_log' AND status = 'in_force'",
      );
      const before = await test.admin.download(`/assets/${templates[0]?.file ?? ''}`);
      const edited = await editInOffice(before, '驻点监督工作日志', '驻点监督工作日志（试行）');
      const city = await Api.login(directus, 'city@zhudian.example.org', test.stack.secrets.demoPasswords.city);
      const file = await city.upload(edited, '工作日志.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document');
      const template = { key: 'work_log', name: '工作日志', version: '试行版', status: 'in_force', file };
      expect((await city.send('POST', '/items/document_templates', template)).errors).toEqual([]);

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
    }
  },
  300_000,
);
