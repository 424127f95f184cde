import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { enterPanel } from '../support/enterPanel.ts';
import { fillForm, type FormValues } from '../support/journey/fillForm.ts';
import { keepLook } from '../support/journey/keepLook.ts';
import { saveForm } from '../support/journey/saveForm.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();

/** A hazard of the county whose officer logs in here: found 20 days ago, and rectified 10 days ago by the inspector who logs in. */
async function rectified(): Promise<string> {
  const { rows } = await test.database.query<{ id: string }>(
    `INSERT INTO hazards (id, enterprise, severity, status, title, description, measures, responsible_person, deadline, found_on, rectified_on, rectification, rectified_by)
     SELECT gen_random_uuid(), e.id, 'general', 'rectified', '可燃气体报警器未校验', '罐区东侧两台可燃气体报警器校验标签已过期四个月', '送检并更换', '设备科长',
       zhudian_today() - 5, zhudian_today() - 20, zhudian_today() - 10, '两台报警器送检合格并贴新标签', u.id
     FROM (SELECT id FROM enterprises WHERE county = $1 AND status = 'active' ORDER BY name LIMIT 1) e, directus_users u WHERE u.email = 'inspector@zhudian.example.org'
     RETURNING id`,
    [countyId('370811')],
  );
  return rows[0]!.id;
}
const day = (before: number): string => new Date(Date.now() - before * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** What the form says: above it all together, and at each field by name. */
async function said(page: Page): Promise<Record<string, string>> {
  const fields = page.locator('[data-field]:has(> .field .validation-error), [data-field]:has(.validation-error)');
  const all: Record<string, string> = {};
  for (const field of await fields.all()) {
    const name = await field.getAttribute('data-field');
    if (name && !name.startsWith('g_')) all[name] = (await field.locator('.validation-error').first().innerText()).trim();
  }
  return all;
}

it('a county officer who verifies a hazard wrongly reads at the field what is wrong and what to do; each time, in our words', async () => {
  const { page, faults, close } = await enterPanel(test, 'county', { width: 1280, height: 900 });
  try {
    const id = await rectified();
    const NOTE = '现场查看罐区东侧两台报警器，校验标签在有效期内，试验报警正常';
    const wrong: readonly (readonly [string, FormValues, Readonly<Record<string, RegExp>>])[] = [
      [
        'nothing',
        {},
        {
          verified_by: /请写明谁到现场核验：选择驻点人员，或在“核验人（县级工作人员）”中填写到场的县级工作人员姓名/,
          verification: /请填写核验情况（在现场看到了什么），或上传核验时拍摄的照片/,
        },
      ],
      [
        'no note',
        { verified_officer: { text: '赵工' }, verification: { text: '已整改' } },
        { verification: /核验情况“已整改”不够具体：请写明查看的部位和看到的情况，或上传核验时拍摄的照片/ },
      ],
      ['nobody', { verification: { text: NOTE } }, { verified_by: /请写明谁到现场核验/ }],
      [
        'the future',
        { verified_officer: { text: '赵工' }, verification: { text: NOTE }, verified_on: { day: day(-3) } },
        { verified_on: new RegExp(`核验日期 ${day(-3)} 晚于今天（${day(0)}）；请改为到现场核验的那一天`) },
      ],
      [
        'before it was rectified',
        { verified_officer: { text: '赵工' }, verification: { text: NOTE }, verified_on: { day: day(15) } },
        { verified_on: new RegExp(`核验日期 ${day(15)} 早于整改完成日期 ${day(10)}；请核对两个日期`) },
      ],
      [
        'before it was found',
        { verified_officer: { text: '赵工' }, verification: { text: NOTE }, verified_on: { day: day(30) } },
        { verified_on: new RegExp(`核验日期 ${day(30)} 早于整改完成日期 ${day(10)}；请核对两个日期`) },
      ],
      [
        'rectified before it was found',
        { verified_officer: { text: '赵工' }, verification: { text: NOTE }, rectified_on: { day: day(30) } },
        { rectified_on: new RegExp(`整改完成日期 ${day(30)} 早于发现日期 ${day(20)}；请核对两个日期`), correction_reason: /请填写更正原因/ },
      ],
    ];
    for (const [what, values, expected] of wrong) {
      await page.goto(`${test.stack.config.urls.directus}/admin/content/hazards/${id}`);
      await fillForm(page, { status: { choice: '已核验' }, ...values });
      const { refused } = await saveForm(page);
      expect(refused, what).not.toBe('');
      await expect.poll(async () => Object.keys(await said(page)).sort(), { message: what }).toEqual(Object.keys(expected).sort());
      const told = await said(page);
      for (const [field, words] of Object.entries(expected)) expect(told[field], `${what}: ${field}`).toMatch(words);
      // The list above the form has them as well, each with the name of its field.
      await keepLook(page, `verify-${what.replaceAll(' ', '-')}`);
      const list = await page.locator('.v-notice.danger .validation-error').allInnerTexts();
      expect(list.length, what).toBe(Object.keys(expected).length);
      for (const words of Object.values(expected)) expect(list.join('\n'), what).toMatch(words);
      expect(list.join('\n'), what).not.toMatch(/[Vv]alue|invalid|required|不能为空|格式不正确|无效/);
      page.once('dialog', (dialog) => void dialog.accept());
    }
    await page.goto(`${test.stack.config.urls.directus}/admin/content/hazards/${id}`);
    await fillForm(page, { status: { choice: '已核验' }, verified_officer: { text: '赵工' }, verification: { text: NOTE } });
    expect((await saveForm(page)).refused).toBe('');
    const { rows } = await test.database.query('SELECT status, verified_officer FROM hazards WHERE id = $1', [id]);
    expect(rows).toEqual([{ status: 'verified', verified_officer: '赵工' }]);
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
}, 600_000);
