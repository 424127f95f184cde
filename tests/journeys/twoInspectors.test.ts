import { beforeAll, describe, expect } from 'vitest';
import { giveLogin } from '../support/journey/giveLogin.ts';
import { inOrder } from '../support/journey/inOrder.ts';
import { keepLook } from '../support/journey/keepLook.ts';
import { passTime } from '../support/journey/passTime.ts';
import type { Person } from '../support/journey/Person.ts';
import { readPair, type Pair } from '../support/journey/readPair.ts';
import { startOnMonday } from '../support/journey/startOnMonday.ts';
import { useJourney } from '../support/journey/useJourney.ts';
import { VisitOnPhone } from '../support/journey/VisitOnPhone.ts';

const test = useJourney();
const step = inOrder();

const LOG_OF_FIRST = '上午查阅安全风险分级管控台账，抽查特殊作业票8份，与安全总监交换意见';
const LOG_OF_SECOND = '下午现场检查原料罐区和二车间，监督动火作业1次，核对气体分析记录';

let pair: Pair;
let first: Person;
let second: Person;
let day = '';

beforeAll(async () => {
  day = await startOnMonday(test);
  pair = await readPair(test);
  [first, second] = [await test.enter('inspector'), await test.enter(await giveLogin(test, pair.partner.id))];
}, 600_000);

const visitsOf = async (on: string): Promise<Record<string, unknown>[]> =>
  (
    await test.database.query<Record<string, unknown>>(
      `SELECT v.id, v.status, v.log, v.remarks, (SELECT implementation FROM visit_items WHERE visit = v.id AND sort = 5) AS fifth,
         (SELECT count(*)::int FROM visit_inspectors WHERE visit = v.id AND signature IS NOT NULL) AS signatures
       FROM visits v WHERE enterprise = $1 AND visited_on = $2`,
      [pair.enterprise.id, on],
    )
  ).rows;
/** What went wrong in either page; that the panel's own ping finds no network, while there is none, is nothing wrong. */
const faults = (): string[] => [...first.faults, ...second.faults].filter((fault) => !fault.startsWith('AxiosError: Network Error'));
const comesBack = async ({ page, context }: Person): Promise<void> => {
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
};

describe('two inspectors with a phone each', () => {
  let mine: VisitOnPhone;
  let theirs: VisitOnPhone;

  step('have one visit of the day: whoever comes second to the enterprise goes on with the first one’s', async () => {
    mine = await VisitOnPhone.begin(first, pair.enterprise.name);
    await mine.log.fill('上午到达企业，开始查阅台账');
    await mine.synced();
    theirs = await VisitOnPhone.begin(second, pair.enterprise.name);
    expect(theirs.id).toBe(mine.id);
    expect(await theirs.log.inputValue()).toBe('上午到达企业，开始查阅台账');
    expect(await visitsOf(day)).toHaveLength(1);
  });

  step('write in different parts while one has no network, and all of it is there, with both signatures', async () => {
    await second.context.setOffline(true);
    await theirs.item(5).getByRole('radio', { name: '已落实', exact: true }).check();
    await theirs.item(5).getByLabel('落实情况').fill('抽查晨会记录10份，均有班组长签字');
    await theirs.sign(pair.partner.name);
    await expect.poll(async () => theirs.state.textContent()).toContain('网络不通');
    await mine.remarks.fill('二号反应釜温度计下次驻点时复查');
    await mine.sign(pair.own.name);
    await mine.synced();
    await comesBack(second);
    await theirs.synced();
    expect(await visitsOf(day)).toMatchObject([
      { remarks: '二号反应釜温度计下次驻点时复查', fifth: '抽查晨会记录10份，均有班组长签字', signatures: 2, log: '上午到达企业，开始查阅台账' },
    ]);
    // What the other wrote is on this phone as well.
    expect(await theirs.remarks.inputValue()).toBe('二号反应釜温度计下次驻点时复查');
  });

  step('write at the same moment, each in a field of their own: both are there', async () => {
    const practice = theirs.page.getByLabel('经验做法（值得推广的，写入月报）');
    await mine.item(6).getByRole('radio', { name: '已落实', exact: true }).check();
    await mine.synced();
    await Promise.all([mine.item(6).getByLabel('落实情况').fill('查阅变更管理台账4项'), practice.fill('班前会逐项复述当日高风险作业')]);
    await Promise.all([mine.synced(), theirs.synced()]);
    const { rows } = await test.database.query(
      'SELECT good_practice, (SELECT implementation FROM visit_items WHERE visit = v.id AND sort = 6) AS sixth FROM visits v WHERE id = $1',
      [mine.id],
    );
    expect(rows).toEqual([{ good_practice: '班前会逐项复述当日高风险作业', sixth: '查阅变更管理台账4项' }]);
  });

  step('one of them has two windows open and writes in both: neither takes away what was written in the other', async () => {
    const page = await first.context.newPage();
    await page.goto(mine.page.url());
    const other = new VisitOnPhone(page);
    await other.ready();
    await other.item(8).getByRole('radio', { name: '已落实', exact: true }).check();
    await other.item(8).getByLabel('落实情况').fill('三号釜液位计已送检');
    await other.synced();
    // The first window has not been looked at meanwhile.
    await mine.item(7).getByRole('radio', { name: '已落实', exact: true }).check();
    await mine.item(7).getByLabel('落实情况').fill('抽查承包商入厂教育记录6份');
    await mine.synced();
    await mine.page.getByText('两处填写的内容已合在一起').waitFor();
    expect(await mine.item(8).getByLabel('落实情况').inputValue()).toBe('三号釜液位计已送检');
    const { rows } = await test.database.query('SELECT implementation FROM visit_items WHERE visit = $1 AND sort IN (7, 8) ORDER BY sort', [mine.id]);
    expect(rows).toEqual([{ implementation: '抽查承包商入厂教育记录6份' }, { implementation: '三号釜液位计已送检' }]);
    await page.close();
  });

  step('write into the same text while one has no network: neither is lost, whoever comes second reads the other’s and decides', async () => {
    await second.context.setOffline(true);
    await theirs.log.fill(LOG_OF_SECOND);
    await expect.poll(async () => theirs.state.textContent()).toContain('网络不通');
    await mine.log.fill(LOG_OF_FIRST);
    await mine.synced();
    expect(await mine.item(5).getByLabel('落实情况').inputValue()).toBe('抽查晨会记录10份，均有班组长签字');
    await comesBack(second);
    await expect.poll(async () => theirs.state.textContent()).toContain('在别处被修改');
    await keepLook(second.page, 'e3-conflict');
    // Nothing is overwritten: one text on the server, the other on its phone, and both before the eyes of who has to decide.
    expect(await visitsOf(day)).toMatchObject([{ log: LOG_OF_FIRST }]);
    expect(await theirs.log.inputValue()).toBe(LOG_OF_SECOND);
    const choice = second.page.getByRole('alert').filter({ hasText: '在您填写期间修改了这份记录' });
    expect(await choice.innerText()).toContain(pair.own.name);
    expect(await choice.innerText()).toContain(LOG_OF_FIRST);
    // Over a reload too.
    await second.page.reload();
    await theirs.ready();
    expect(await theirs.log.inputValue()).toBe(LOG_OF_SECOND);
    await choice.getByText(LOG_OF_FIRST).waitFor();
    // Both parts of the day belong into the log: the second joins them, and keeps that.
    await theirs.log.fill(`${LOG_OF_FIRST}\n${LOG_OF_SECOND}`);
    await choice.getByRole('button', { name: '保留我填写的' }).click();
    await theirs.synced();
    expect(await visitsOf(day)).toMatchObject([
      {
        log: `${LOG_OF_FIRST}\n${LOG_OF_SECOND}`,
        remarks: '二号反应釜温度计下次驻点时复查',
        fifth: '抽查晨会记录10份，均有班组长签字',
        signatures: 2,
      },
    ]);
  });

  step('both hand it in: it is handed in once, and the second sees that it is; what the second typed too late is told, not lost', async () => {
    await mine.page.reload();
    await mine.ready();
    expect(await mine.log.inputValue()).toBe(`${LOG_OF_FIRST}\n${LOG_OF_SECOND}`);
    await mine.page.getByRole('button', { name: '其余各项均已落实' }).click();
    await mine.synced();
    // The second is about to write something of their own, out of reach of the network.
    await second.context.setOffline(true);
    await theirs.remarks.fill('离开前企业补交了两份作业票');
    await expect.poll(async () => theirs.state.textContent()).toContain('网络不通');
    await mine.submit();
    await comesBack(second);
    await expect.poll(async () => theirs.state.textContent()).toContain('记录已提交，本机有内容没有随之提交');
    await keepLook(second.page, 'e4-late');
    expect(await theirs.remarks.inputValue()).toBe('离开前企业补交了两份作业票');
    expect(await visitsOf(day)).toMatchObject([{ status: 'submitted', remarks: '二号反应釜温度计下次驻点时复查', signatures: 2 }]);
    await second.page.getByRole('button', { name: '放弃本机内容，查看已提交的记录' }).click();
    await second.page.getByText('本记录已提交，只能查看').waitFor();
    const { rows } = await test.database.query(`SELECT "to" FROM visit_events WHERE visit = $1 AND "to" = 'submitted'`, [mine.id]);
    expect(rows).toHaveLength(1);
    expect(faults()).toEqual([]);
  });

  step(
    'who begin at the same moment, before either is on the server, have one visit: the second is told whose, and takes along what was typed',
    async () => {
      await passTime(test, { days: 1 });
      const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
      for (const { open } of [first, second]) await open('zhudian/visits/new');
      for (const { page } of [first, second]) await page.locator('.enterprises button', { hasText: pair.enterprise.name }).click();
      [mine, theirs] = [new VisitOnPhone(first.page), new VisitOnPhone(second.page)];
      await Promise.all([mine.ready(), theirs.ready()]);
      expect(theirs.id).not.toBe(mine.id);
      await mine.log.fill(LOG_OF_FIRST);
      await mine.synced();
      await theirs.log.fill(LOG_OF_SECOND);
      const refused = second.page.getByRole('alert').filter({ hasText: `已有一份驻点记录（草稿，由${pair.own.name}填写）` });
      const goThere = refused.getByRole('button', { name: '转到已有的那一份，并带上我填写的内容' });
      await goThere.waitFor();
      await keepLook(second.page, 'e5-once');
      expect(await visitsOf(next)).toMatchObject([{ id: mine.id, log: LOG_OF_FIRST }]);
      // Over a reload nothing of it is lost.
      await second.page.reload();
      await theirs.ready();
      expect(await theirs.log.inputValue()).toBe(LOG_OF_SECOND);
      await theirs.item(7).getByRole('radio', { name: '已落实', exact: true }).check();
      await theirs.item(7).getByLabel('落实情况').fill('抽查承包商入厂教育记录6份');
      await goThere.click();
      await second.page.waitForURL(new RegExp(mine.id));
      await theirs.ready();
      // Both have written into the log: a person decides, and sees both.
      const choice = second.page.getByRole('alert').filter({ hasText: '在您填写期间修改了这份记录' });
      await choice.getByText(LOG_OF_FIRST).waitFor();
      await keepLook(second.page, 'e5-joined');
      expect(await theirs.log.inputValue()).toBe(LOG_OF_SECOND);
      await theirs.log.fill(`${LOG_OF_FIRST}\n${LOG_OF_SECOND}`);
      await choice.getByRole('button', { name: '保留我填写的' }).click();
      await theirs.synced();
      expect(await visitsOf(next)).toMatchObject([{ id: mine.id, log: `${LOG_OF_FIRST}\n${LOG_OF_SECOND}` }]);
      expect((await test.database.query('SELECT implementation FROM visit_items WHERE visit = $1 AND sort = 7', [mine.id])).rows).toEqual([
        { implementation: '抽查承包商入厂教育记录6份' },
      ]);
      // Nothing of the refused one stays on the phone.
      await second.open('zhudian');
      await second.page.getByText(pair.enterprise.name).first().waitFor();
      expect(await second.page.getByText('未上传').count()).toBe(0);
      await keepLook(second.page, 'e5-workbench');
      expect(faults()).toEqual([]);
    },
  );
});
