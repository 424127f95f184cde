import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { enterPanel } from '../support/enterPanel.ts';
import { keepLook } from '../support/journey/keepLook.ts';
import { majorHazard } from '../support/majorHazard.ts';
import { setClock } from '../support/setClock.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
const url = (path: string): string => `${test.stack.config.urls.directus}/admin${path}`;
const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
/** Saves, and stays in the form. */
const save = async (page: Page): Promise<void> => await page.keyboard.press('Control+s');

it('a refresh of a report waits until the form is saved, and keeps what is typed while it goes on; the fresh words are there after saving', async () => {
  const month = '2026-09';
  await setClock(test, '2026-09-12T10:00:00+08:00');
  const { page, faults, close } = await enterPanel(test, 'county', { width: 1280, height: 900 });
  try {
    await page.goto(url(`/zhudian/month-end?period=${month}`));
    await page.getByRole('button', { name: '开始填报' }).click();
    await page.waitForURL(/monthly_reports\/[0-9a-f-]{36}/);
    const id = page.url().split('/').at(-1) ?? '';
    const drafts = async (): Promise<number> =>
      (await test.database.query<{ drafts: number }>('SELECT drafts FROM report_drafts WHERE report = $1', [id])).rows[0]?.drafts ?? 0;
    await waitFor('the words are drafted', async () => (await drafts()) > 0);
    await setClock(test, '2026-09-28T10:00:00+08:00');
    await test.database.query(
      `INSERT INTO hazards (id, enterprise, severity, status, title, description, measures, responsible_person, deadline, found_on)
       SELECT gen_random_uuid(), (SELECT id FROM enterprises WHERE county = $1 AND status = 'active' ORDER BY name LIMIT 1), 'general', 'open', '可燃气体报警器未校验',
         '罐区东侧两台可燃气体报警器校验标签已过期四个月', '送检并更换到期的报警器', '设备科长', zhudian_today() + 30, zhudian_today()`,
      [countyId('370811')],
    );
    await page.reload();
    const refresh = page.getByRole('button', { name: '刷新数据' });
    await refresh.waitFor();
    const before = await field(page, 'progress').locator('textarea').inputValue();
    const explanation = field(page, 'gap_explanation').locator('textarea');

    // What nobody has saved, of whatever field: save first. Typing asks the server for nothing.
    let asked = 0;
    page.on('request', (request) => void (asked += Number(request.url().includes('/readiness'))));
    await explanation.pressSequentially('企业检修停产');
    expect(asked).toBe(0);
    await expect.poll(() => refresh.isDisabled()).toBe(true);
    await page.getByText('表单里有未保存的内容，请先保存再刷新。').waitFor();
    await keepLook(page, 'refresh-unsaved');
    await save(page);
    await expect.poll(() => refresh.isEnabled()).toBe(true);

    // Typed while n8n is at work.
    const count = await drafts();
    await refresh.click();
    await explanation.fill('企业检修停产，已电话核实');
    await waitFor('the words are drafted anew', async () => (await drafts()) > count);
    await page.getByText(/已刷新.*保存后显示/).waitFor();
    await keepLook(page, 'refresh-while-typing');
    expect(await explanation.inputValue()).toBe('企业检修停产，已电话核实');
    await save(page);
    const shown = async (): Promise<boolean[]> => {
      const text = await field(page, 'progress').locator('textarea').inputValue();
      return [text !== '', text !== before];
    };
    await expect.poll(shown).toEqual([true, true]);
    await expect.poll(() => explanation.inputValue()).toBe('企业检修停产，已电话核实');
    await expect.poll(() => page.getByText(/已刷新.*保存后显示/).count()).toBe(0);
    const { rows } = await test.database.query('SELECT gap_explanation FROM monthly_reports WHERE id = $1', [id]);
    expect(rows).toEqual([{ gap_explanation: '企业检修停产，已电话核实' }]);
    expect(faults).toEqual([]);
  } finally {
    await setClock(test, null);
    await close();
  }
}, 600_000);

it('confirming a major hazard, and disputing that, keeps what is typed in its form and not saved', async () => {
  const { page, faults, close } = await enterPanel(test, 'city', { width: 1280, height: 900 });
  try {
    const { data, errors } = await test.admin.send<{ id: string }>('POST', '/items/hazards', await majorHazard(test.database, { place: '二车间' }));
    expect(errors).toEqual([]);
    const hazard = data.id;
    await page.goto(url(`/content/hazards/${hazard}`));
    const place = field(page, 'place').locator('input');
    await place.fill('二车间3号反应釜');
    await page.getByRole('button', { name: '签收', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认签收' }).click();
    await page.getByText(/已由.*签收/).waitFor();
    expect(await place.inputValue()).toBe('二车间3号反应釜');
    await page.getByText('表单里未保存的内容还在').waitFor();
    await keepLook(page, 'confirmed-while-typing');
    await page.getByRole('button', { name: '对签收有异议' }).click();
    await page.getByRole('dialog').locator('textarea').fill('签收人不是市化工专项行动办的人');
    await page.getByRole('dialog').getByRole('button', { name: '提出异议' }).click();
    await page.getByText('尚未签收').waitFor();
    expect(await place.inputValue()).toBe('二车间3号反应釜');
    await save(page);
    await waitFor('the place is saved', async () => {
      const { rows } = await test.database.query('SELECT place FROM hazards WHERE id = $1', [hazard]);
      return rows[0]?.place === '二车间3号反应釜';
    });
    // With nothing typed the form shows the confirmation as it is saved.
    await Promise.all([
      page.waitForEvent('load'),
      (async () => {
        await page.getByRole('button', { name: '签收', exact: true }).click();
        await page.getByRole('dialog').getByRole('button', { name: '确认签收' }).click();
      })(),
    ]);
    await page.getByText(/已由.*签收/).waitFor();
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
}, 400_000);
