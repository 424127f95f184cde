import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enterPanel } from '../support/enterPanel.ts';
import { keepLook } from '../support/journey/keepLook.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
let desk: Awaited<ReturnType<typeof enterPanel>>;
let phone: Awaited<ReturnType<typeof enterPanel>>;

beforeAll(async () => {
  // Tall, so that a picture shows all of the page.
  desk = await enterPanel(test, 'county', { width: 1280, height: 1800 });
  phone = await enterPanel(test, 'county', { width: 390, height: 2600 });
}, 600_000);
afterAll(async () => {
  await desk.close();
  await phone.close();
});

const HEAD = ['序号', '企业名称', '驻点人员', '联系电话'];

/** A roster as a county keeps it: a sheet for each town, a subtotal, one number for two people, and a row that was struck through. */
async function messyRoster(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const first = book.addWorksheet('李营街道');
  first.addRows([
    ['任城区驻点企业和驻点人员名单'],
    HEAD,
    [1, '页面示例一厂', '钱一、孙二', '0537-0004001'],
    [2, '页面示例二厂', '周三、吴四', '0537-0004003、0537-0004004'],
    ['小计', '2家'],
    [3, '页面示例三厂', '郑五、冯六', '0537-0004005、0537-0004006'],
  ]);
  first.mergeCells('A1:D1');
  first.getRow(6).eachCell((cell) => (cell.font = { strike: true }));
  book.addWorksheet('二十里铺街道').addRows([HEAD, [1, '页面示例四厂', '陈七、褚八', '0537-0004007、0537-0004008']]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function choose(page: Page): Promise<void> {
  await page.goto(`${test.stack.config.urls.directus}/admin/zhudian/roster`);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('input[type=file]').setInputFiles({ name: '任城区名单.xlsx', mimeType, buffer: await messyRoster() });
  await page.getByRole('heading', { name: '需要确认的内容' }).waitFor();
}

const answerTo = (page: Page, words: string): ReturnType<Page['locator']> => page.locator('.questions li', { hasText: words });
const sticksOut = async (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

it('a roster that is not clear is asked about on the page, and written as it was answered', async () => {
  const { page } = desk;
  await choose(page);
  await keepLook(page, 'roster-asked-desk');
  expect(await sticksOut(page)).toBeLessThanOrEqual(0);
  expect(await page.getByRole('button', { name: '确认导入' }).count()).toBe(0);
  await answerTo(page, '2 个人、1 个电话').locator('select').selectOption({ label: '其他（填写）' });
  await answerTo(page, '2 个人、1 个电话').locator('input').fill('0537-0004001、0537-0004002');
  await answerTo(page, '整行文字加了删除线').locator('select').selectOption({ label: '不导入这一行' });
  await page.getByRole('button', { name: '按以上选择重新试算' }).click();
  await page.getByRole('button', { name: '确认导入' }).waitFor();
  await keepLook(page, 'roster-answered-desk');
  expect(await page.locator('.findings').innerText()).toMatch(
    /“李营街道”：共 6 行，读取 2，跳过 4，待确认 0[^]*“二十里铺街道”：共 2 行，读取 1[^]*小计/,
  );
  expect((await test.database.query(`SELECT FROM enterprises WHERE name LIKE '页面示例%'`)).rowCount).toBe(0);
  await page.getByRole('button', { name: '确认导入' }).click();
  await page.getByText('已全部写入').waitFor();
  await keepLook(page, 'roster-written-desk');
  const { rows } = await test.database.query(
    `SELECT e.name, string_agg(i.name || ' ' || i.phone, '、' ORDER BY i.phone) AS people FROM enterprises e JOIN teams t ON t.enterprise = e.id
     JOIN team_members m ON m.team = t.id JOIN inspectors i ON i.id = m.inspector JOIN counties c ON c.id = e.county
     WHERE e.name LIKE '页面示例%' AND c.name = '任城区' GROUP BY e.name ORDER BY min(i.phone)`,
  );
  expect(rows).toEqual([
    { name: '页面示例一厂', people: '钱一 0537-0004001、孙二 0537-0004002' },
    { name: '页面示例二厂', people: '周三 0537-0004003、吴四 0537-0004004' },
    { name: '页面示例四厂', people: '陈七 0537-0004007、褚八 0537-0004008' },
  ]);
  expect((await test.database.query(`SELECT FROM enterprises WHERE name = '页面示例三厂'`)).rowCount).toBe(0);
  expect(desk.faults).toEqual([]);
});

it('the questions of a roster fit a phone', async () => {
  await choose(phone.page);
  await keepLook(phone.page, 'roster-asked-phone');
  expect(await sticksOut(phone.page)).toBeLessThanOrEqual(0);
  expect(phone.faults).toEqual([]);
});
