import { writeFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Api } from '../support/Api.ts';
import { drawPages, type Pages } from '../support/drawPages.ts';
import { enterPanel } from '../support/enterPanel.ts';
import { hasOffice } from '../support/hasOffice.ts';
import { inkOf } from '../support/inkOf.ts';
import { keepPages } from '../support/keepPages.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
let panel: Awaited<ReturnType<typeof enterPanel>>;

beforeAll(async () => {
  panel = await enterPanel(test, 'inspector', { width: 390, height: 844 });
}, 600_000);
afterAll(async () => {
  await panel.close();
}, 120_000);

interface Row {
  readonly status: string;
  readonly file: string | null;
  readonly error: string | null;
}

/** A name in a hand, more or less: strokes from the left to the right. */
async function sign(page: Page): Promise<void> {
  const area = await page.locator('canvas').boundingBox();
  if (!area) throw new Error('no signature pad');
  for (const [x, y] of [
    [40, 50],
    [150, 80],
    [240, 40],
  ] as const) {
    await page.mouse.move(area.x + x, area.y + y);
    await page.mouse.down();
    for (let step = 1; step <= 24; step += 1)
      await page.mouse.move(area.x + x + step * 3, area.y + y + 60 * Math.abs(Math.sin(step / 2)), { steps: 2 });
    await page.mouse.up();
  }
  await page.getByRole('button', { name: '确定' }).click();
}

/** The drawn documents show both signatures: ink, on white. */
async function expectSignatures(drawn: Pages): Promise<void> {
  expect(drawn.pictures).toHaveLength(2);
  for (const place of drawn.pictures) {
    const { white, ink } = await inkOf(drawn, place);
    expect(white).toBeGreaterThan(0.6);
    expect(ink).toBeGreaterThan(0.01);
    expect(ink).toBeLessThan(0.3);
  }
}

describe.runIf(hasOffice())('what is signed on the phone', () => {
  it('is ink on white in the work log, the notice to the enterprise and the archive of the month', { timeout: 900_000 }, async () => {
    const { page } = panel;
    const { config, secrets } = test.stack;
    page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    await page.goto(`${config.urls.directus}/admin/zhudian/visits/new`);
    await page.locator('.enterprises button').first().click();
    await page.waitForURL(/visits\/[0-9a-f-]{36}$/);
    const id = page.url().split('/').pop() ?? '';
    const third = page.locator('.item').nth(2);
    await third.getByRole('radio', { name: '未落实', exact: true }).check();
    await third.getByLabel('存在问题描述（问题要具体化） *').fill('二车间动火作业票未经安全员签字，现场无人监护');
    await third.getByLabel('整改建议 *').fill('立即停止动火，补办作业票并安排专人监护');
    await third.getByRole('button', { name: '转为隐患' }).click();
    await page.getByRole('dialog').getByRole('radio', { name: '重大事故隐患' }).check();
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await page.getByRole('button', { name: '其余各项均已落实' }).click();
    await page.getByLabel('驻点监督任务开展情况 *').fill('上午查看作业票和台账，下午现场监督动火作业');
    for (const number of [1, 2]) {
      await page.getByRole('button', { name: '签字', exact: true }).first().click();
      await sign(page);
      await expect.poll(async () => page.getByText('已签字').count()).toBe(number);
    }
    await page.getByTestId('submit').click();
    await page.getByText('本记录已提交，只能查看').waitFor();

    const city = await Api.login(config.urls.directus, 'city@zhudian.example.org', secrets.demoPasswords.city);
    const { rows } = await test.database.query<{ signature: string; county: string; month: string }>(
      `SELECT i.signature, v.county, to_char(v.visited_on, 'YYYY-MM') AS month FROM visits v JOIN visit_inspectors i ON i.visit = v.id WHERE v.id = $1`,
      [id],
    );
    // What the pad gives has no ground: a test with a white one would prove nothing.
    const given = await city.download(`/assets/${rows[0]?.signature ?? ''}`);
    expect((await sharp(given).stats()).isOpaque).toBe(false);
    if (process.env.ZHUDIAN_PICTURES === 'true') await writeFile(new URL('../../schema/templates/signature.png', import.meta.url), given);

    const made = async (request: Record<string, unknown>): Promise<Buffer> => {
      const asked = await city.send<{ id: string }>('POST', '/zhudian/documents/request', request);
      expect(asked.errors).toEqual([]);
      const answered = await waitFor(
        'the document is there',
        async () => {
          const found = await test.database.query<Row>('SELECT status, file, error FROM documents WHERE id = $1', [asked.data.id]);
          return found.rows[0] && found.rows[0].status !== 'requested' ? found.rows[0] : null;
        },
        180,
      );
      expect(answered).toMatchObject({ status: 'ready', error: null });
      return await city.download(`/assets/${answered.file ?? ''}`);
    };
    for (const kind of ['work_log', 'rectification_notice']) {
      const drawn = await drawPages(await made({ kind, id }));
      await keepPages(drawn, `signed-${kind}`);
      await expectSignatures(drawn);
    }
    const batch = unzipSync(await made({ kind: 'visit_batch', period: rows[0]?.month, county: rows[0]?.county }));
    const signed = Object.entries(batch).filter(([, docx]) => Object.keys(unzipSync(docx)).some((part) => part.startsWith('word/media/')));
    // The visits of the demo are signed as well: every log of the archive has to be.
    expect(signed.filter(([name]) => /工作日志/.test(name))).toHaveLength(Object.keys(batch).filter((name) => /工作日志/.test(name)).length);
    expect(signed.length).toBeGreaterThan(0);
    for (const [name, docx] of signed) {
      const drawn = await drawPages(docx);
      await keepPages(drawn, `signed-batch-${/工作日志/.test(name) ? 'log' : 'notice'}`);
      await expectSignatures(drawn);
    }
  });
});
