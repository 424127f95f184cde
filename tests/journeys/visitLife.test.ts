import { beforeAll, describe, expect } from 'vitest';
import { wordText } from '../../extensions/core/src/documents/wordText.ts';
import { cameraPhoto } from '../support/journey/cameraPhoto.ts';
import { giveLogin } from '../support/journey/giveLogin.ts';
import { goTo } from '../support/journey/goTo.ts';
import { inOrder } from '../support/journey/inOrder.ts';
import { keepLook } from '../support/journey/keepLook.ts';
import { pages } from '../support/journey/pages.ts';
import { PanelForm } from '../support/journey/PanelForm.ts';
import { passTime } from '../support/journey/passTime.ts';
import type { Person } from '../support/journey/Person.ts';
import { readPair, type Pair } from '../support/journey/readPair.ts';
import { startOnMonday } from '../support/journey/startOnMonday.ts';
import { turnReminders } from '../support/journey/turnReminders.ts';
import { useJourney } from '../support/journey/useJourney.ts';
import { VisitOnPhone } from '../support/journey/VisitOnPhone.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useJourney();
const step = inOrder();

const MORNING = '上午查阅安全风险分级管控台账和特殊作业票，核查全员安全生产责任清单80人。';
const AFTERNOON = '下午与企业主要负责人交换意见，督促二车间停止违章动火。';
const PROBLEM = '二车间动火作业票未经安全员签字，现场无人监护';
const CORRECTED = '二车间3号釜平台动火作业票（票号1123）未经安全员签字，现场无人监护';
const REASON = '第3项请写明动火部位和票号';

let pair: Pair;
let inspector: Person;
let county: Person;
/** The day of the visit, and the day by which the hazard is to be gone. */
let day = '';
let deadline = '';
let id = '';
/** The work log as it was made first. */
let firstLog: Buffer;

beforeAll(async () => {
  day = await startOnMonday(test);
  deadline = new Date(Date.parse(day) + 7 * 86_400_000).toISOString().slice(0, 10);
  pair = await readPair(test);
  [inspector, county] = [await test.enter('inspector'), await test.enter('county')];
}, 600_000);

/** What a document says, without white space: a printed cell that goes on in a second line has other words between. */
const words = (bytes: Buffer): string => wordText(bytes).replace(/\s/g, '');

/**
 * Signatures of a sheet: ink of a pen on white paper, two side by side in their field.
 *
 * @param apart how far apart they stand, as a share of the page's width
 */
async function looksSigned(bytes: Buffer, name: string, apart: number): Promise<string> {
  const [sheet] = await pages(bytes);
  if (!sheet) throw new Error('a document without a page');
  await keepLook(sheet, name);
  const { top, bottom, right } = sheet.find('驻点监督人员签字');
  for (const place of [0, 1]) {
    const left = right + 0.02 + place * apart;
    const field = { left, right: left + apart - 0.01, top: top - 0.005, bottom: bottom + 0.005 };
    expect(sheet.ground(field)).toBeGreaterThan(245);
    expect(sheet.dark(field)).toBeGreaterThan(0.002);
    expect(sheet.dark(field)).toBeLessThan(0.4);
  }
  // Nowhere on it lies a black block: a page of text is white for the most part.
  expect(sheet.mean()).toBeGreaterThan(200);
  return words(bytes);
}

async function stored(): Promise<Record<string, unknown>> {
  const { rows } = await test.database.query<Record<string, unknown>>(
    `SELECT status, log, responsibility_lists_checked AS lists, visited_on::text, (submitted_at AT TIME ZONE 'Asia/Shanghai')::date::text AS submitted_on,
       (SELECT problem FROM visit_items i WHERE i.visit = v.id AND i.sort = 3) AS problem FROM visits v WHERE id = $1`,
    [id],
  );
  return rows[0] ?? {};
}

describe('a visit, from the first photo to a correction a month later', () => {
  step('is done on the phone, signed by both, and handed in with a photo, a pasted text and a general hazard', async () => {
    const visit = await VisitOnPhone.begin(inspector, pair.enterprise.name);
    id = visit.id;
    await visit.stamp('到达');
    await visit.item(3).getByRole('radio', { name: '未落实', exact: true }).check();
    await visit.item(3).getByLabel('存在问题描述（问题要具体化） *').fill(PROBLEM);
    await visit.item(3).getByLabel('整改建议 *').fill('立即停止动火，补办作业票并安排专人监护');
    const photo = await cameraPhoto(visit.page);
    expect(photo.length).toBeGreaterThan(1_000_000);
    await visit.addPhoto(3, 'IMG_20261130.jpg', photo);
    // As Word gives it: its line break is no line feed.
    await visit.paste(visit.log, `${MORNING}\v${AFTERNOON}`);
    await visit.figure('核查全员责任清单').fill('8000');
    await visit.item(3).getByRole('button', { name: '转为隐患' }).click();
    await visit.dialog.getByRole('radio', { name: '一般隐患' }).check();
    await visit.dialog.getByLabel('隐患部位').fill('二车间3号釜平台');
    await visit.dialog.getByLabel('整改责任人').fill('二车间主任 周大海');
    await visit.dialog.getByLabel('整改时限').fill(deadline);
    await keepLook(visit.page, 'a1-hazard-on-phone');
    await visit.dialog.getByRole('button', { name: '确定' }).click();
    await visit.page.getByRole('button', { name: '其余各项均已落实' }).click();
    await visit.sign(pair.own.name);
    await visit.sign(pair.partner.name);
    // Two hours at the enterprise: one that took seconds would be told as suspicious.
    await passTime(test, { hours: 2 });
    await visit.stamp('离开');
    await visit.synced();
    await keepLook(visit.page, 'a1-before-submission');
    await visit.submit();
    await keepLook(visit.page, 'a1-submitted');

    expect(await stored()).toEqual({
      ...{ status: 'submitted', lists: 8000, visited_on: day, submitted_on: day, problem: PROBLEM },
      log: `${MORNING}\n${AFTERNOON}`,
    });
    const { rows } = await test.database.query(
      `SELECT h.status, h.deadline::text, h.responsible_person AS person, h.place,
         (SELECT count(*)::int FROM visit_inspectors p WHERE p.visit = $1 AND p.signature IS NOT NULL) AS signatures FROM hazards h WHERE h.visit = $1`,
      [id],
    );
    expect(rows).toEqual([{ status: 'open', deadline, person: '二车间主任 周大海', place: '二车间3号釜平台', signatures: 2 }]);
  });

  step('has its photo upright, as it was seen', async () => {
    const { rows } = await test.database.query<{ file: string; size: number }>(
      'SELECT p.file, f.filesize::int AS size FROM visits_photos p JOIN directus_files f ON f.id = p.file WHERE p.visit = $1',
      [id],
    );
    expect(rows).toHaveLength(1);
    const base64 = (await county.api.download(`/assets/${rows[0]?.file ?? ''}`)).toString('base64');
    const seen = await county.page.evaluate(async (picture) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(picture), (one) => one.charCodeAt(0))]));
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
      pen?.drawImage(image, 0, 0);
      const colour = (share: number): string => {
        const [red = 0, , blue = 0] = pen?.getImageData(image.width / 2, Math.floor(image.height * share), 1, 1).data ?? [];
        return red > blue ? 'red' : 'blue';
      };
      return { upright: image.height > image.width, upper: colour(0.25), lower: colour(0.75) };
    }, base64);
    expect(seen).toEqual({ upright: true, upper: 'red', lower: 'blue' });
  });

  step('has documents on which both signatures are ink on white and every line stands', async () => {
    const form = await PanelForm.open(county, 'visits', id);
    firstLog = await form.makeDocument('生成工作日志', '驻点监督工作日志');
    const log = await looksSigned(firstLog, 'a2-work-log', 0.13);
    expect(log).toContain(MORNING);
    expect(log).toContain(AFTERNOON);
    expect(log).toContain(pair.enterprise.name);
    const lines = (await pages(firstLog))[0];
    // Two paragraphs: the afternoon begins on a line of its own.
    expect((lines?.find('下午与企业').top ?? 0) - (lines?.find('责任清单80人').top ?? 0)).toBeGreaterThan(0.01);
    const notice = await form.makeDocument('生成隐患整改通知书', '隐患整改通知书');
    expect(await looksSigned(notice, 'a2-notice', 0.09)).toContain('二车间3号釜平台');
    const list = await form.makeDocument('生成任务清单', '任务清单');
    const sheets = await pages(list);
    await Promise.all(sheets.map(async (sheet, index) => keepLook(sheet, `a2-task-list-${index + 1}`)));
    expect(words(list)).toContain(PROBLEM);
    await keepLook(county.page, 'a2-documents-in-the-form');
    expect(county.faults).toEqual([]);
  });

  step('is read by the county two days later, and sent back with a reason; its team is told on the next working day', async () => {
    await passTime(test, { days: 2 });
    const form = await PanelForm.open(county, 'visits', id);
    await form.unfold('督促落实情况');
    await keepLook(county.page, 'a3-county-reads');
    expect(await form.field('log').locator('textarea').inputValue()).toBe(`${MORNING}\n${AFTERNOON}`);
    const written = async (): Promise<string[]> =>
      form.page.locator('textarea').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    await expect.poll(written).toContain(PROBLEM);
    await form.fill({ status: { choice: '已退回' } });
    await form.fill({ return_reason: { text: REASON } });
    await keepLook(county.page, 'a3-county-returns');
    await form.save();
    expect(await stored()).toMatchObject({ status: 'returned', problem: PROBLEM });

    await passTime(test, { days: 1 });
    const told = (await turnReminders(test)).filter(({ to }) => [pair.own.email, pair.partner.email].some((one) => to.includes(one)));
    expect(told.map(({ to }) => to[0]).sort()).toEqual([pair.own.email, pair.partner.email].sort());
    for (const { text, html } of told) {
      expect(text).toContain(REASON);
      expect(html).toContain(`/admin/zhudian/visits/${id}`);
    }
  });

  step('is found by the inspector on the phone three days later, corrected, and handed in again', async () => {
    await passTime(test, { days: 2 });
    await goTo(inspector.page, 'zhudian');
    const card = inspector.page.getByRole('link', { name: pair.enterprise.name }).filter({ hasText: REASON });
    await card.waitFor();
    await keepLook(inspector.page, 'a4-workbench');
    await card.click();
    const visit = new VisitOnPhone(inspector.page);
    await visit.ready();
    await visit.page.getByText(REASON).first().waitFor();
    await visit.item(3).getByLabel('存在问题描述（问题要具体化） *').fill(CORRECTED);
    await visit.synced();
    await visit.submit();
    await keepLook(visit.page, 'a4-handed-in-again');
    const { rows } = await test.database.query<{ again: string }>(
      `SELECT (max(at) AT TIME ZONE 'Asia/Shanghai')::date - $2::date AS again FROM visit_events WHERE visit = $1 AND "from" = 'returned' AND "to" = 'submitted'`,
      [id, day],
    );
    expect(Number(rows[0]?.again)).toBeGreaterThanOrEqual(5);
    expect(await stored()).toMatchObject({ status: 'submitted', problem: CORRECTED, log: `${MORNING}\n${AFTERNOON}` });
    expect(inspector.faults).toEqual([]);
  });

  step(
    'shows the county the corrected text, that it came back, and who did what when; new documents have the new text, the old ones stay',
    async () => {
      const form = await PanelForm.open(county, 'visits', id);
      await form.unfold('流转记录');
      const events = form.field('events');
      await events.scrollIntoViewIfNeeded();
      await events.getByText(REASON).first().waitFor();
      await keepLook(county.page, 'a5-county-reads-again');
      const history = await events.innerText();
      expect(history).toContain('已退回');
      expect(history).toContain(pair.own.name);
      const { rows } = await test.database.query<{ step: string; who: string }>(
        `SELECT coalesce("from", '-') || '→' || "to" AS step, u.email AS who FROM visit_events e JOIN directus_users u ON u.id = e.actor WHERE visit = $1 ORDER BY at`,
        [id],
      );
      expect(rows.map(({ step, who }) => `${step} ${who.split('@')[0] ?? ''}`)).toEqual([
        '-→draft inspector',
        'draft→submitted inspector',
        'submitted→returned county',
        'returned→submitted inspector',
        'submitted→submitted inspector',
      ]);
      expect(history).toContain('退回后的修改');

      const list = await form.makeDocument('生成任务清单', '任务清单');
      const text = words(list);
      expect(text).toContain(CORRECTED);
      expect(text).not.toContain(PROBLEM);
      const old = await form.download(form.page.locator('.documents').getByRole('link', { name: '任务清单' }).nth(1));
      expect(words(old)).toContain(PROBLEM);
    },
  );

  step('has a hazard whose deadline passes: its team and its county are told that it is overdue', async () => {
    await passTime(test, { days: 3 });
    const told = await turnReminders(test);
    const { rows } = await test.database.query<{ email: string }>(
      `SELECT email FROM contacts WHERE county = (SELECT county FROM visits WHERE id = $1) AND status = 'active'`,
      [id],
    );
    for (const email of [pair.own.email, pair.partner.email, rows[0]?.email ?? '']) {
      const mail = told.find(({ to }) => to.includes(email));
      expect(mail?.text, email).toMatch(/已逾期\d+天/);
      expect(mail?.text, email).toContain('二车间动火作业票未经安全员签字');
    }
  });

  step('has the hazard rectified by one inspector, with a photo, and verified by the other', async () => {
    const { rows } = await test.database.query<{ id: string }>('SELECT id FROM hazards WHERE visit = $1', [id]);
    const hazard = rows[0]?.id ?? '';
    await goTo(inspector.page, 'zhudian');
    await inspector.page.locator(`a[href$="/content/hazards/${hazard}"]`).click();
    const claim = new PanelForm(inspector.page);
    await claim.ready();
    await claim.fill({ status: { choice: '已整改待核验' }, rectified_on: { today: true } });
    await claim.fill({ rectification: { text: '已停止动火，作业票补签齐全，安排专人监护' } });
    await keepLook(inspector.page, 'a7-rectified-on-phone');
    await claim.save();

    await passTime(test, { days: 1 });
    const other = await test.enter(await giveLogin(test, pair.partner.id));
    await goTo(other.page, 'zhudian');
    await other.page.locator(`a[href$="/content/hazards/${hazard}"]`).click();
    const seen = new PanelForm(other.page);
    await seen.ready();
    await seen.fill({ status: { choice: '已核验' } });
    await seen.fill({ verification: { text: '现场查看3号釜平台，动火作业票签字齐全，监护人在岗' } });
    await keepLook(other.page, 'a7-verified-on-phone');
    await seen.save();
    const { rows: after } = await test.database.query(
      `SELECT status, verified_by, (SELECT count(*)::int FROM hazard_events WHERE hazard = h.id) AS events FROM hazards h WHERE id = $1`,
      [hazard],
    );
    expect(after).toEqual([{ status: 'verified', verified_by: pair.partner.id, events: 5 }]);
    expect([...inspector.faults, ...other.faults]).toEqual([]);
    await other.context.close();
  });

  step('is corrected by the city weeks later, with a reason: history, annex 4 of the month, marks and the work log follow', async () => {
    await passTime(test, { days: 12 });
    const city = await test.enter('city');
    const shown = async (): Promise<number> => {
      await goTo(city.page, `zhudian/statistics?period=${day.slice(0, 7)}&span=month`);
      const number = city.page.getByRole('button', { name: /^任城区 核查全员责任清单（人） / });
      await number.waitFor();
      return Number((await number.innerText()).replace(/\D/g, ''));
    };
    const before = await shown();
    expect(before).toBeGreaterThanOrEqual(8000);
    const marks = async (): Promise<string[]> => {
      await test.admin.send('POST', '/zhudian/suspicions/look');
      const { rows } = await test.database.query<{ reason: string }>(
        `SELECT reason FROM suspicions WHERE status = 'open' AND (visit = $1 OR county = (SELECT county FROM visits WHERE id = $1) AND period = $2) AND reason LIKE '%核查全员责任清单%'`,
        [id, day.slice(0, 7)],
      );
      return rows.map(({ reason }) => reason);
    };
    expect(await marks()).not.toEqual([]);
    await goTo(city.page, 'content/suspicions');
    await city.page.getByText('核查全员责任清单').first().waitFor();
    await keepLook(city.page, 'a8-suspicions');

    const form = await PanelForm.open(city, 'visits', id);
    await form.fill({ responsibility_lists_checked: { text: '80' }, remarks: { text: '核查全员责任清单人数原误填为8000，实为80。' } });
    // Without a word why, nothing of it is saved.
    await form.page.keyboard.press('Control+s');
    await form.page.getByText('更正原因').first().waitFor();
    expect(await stored()).toMatchObject({ lists: 8000 });
    await form.fill({ correction_reason: { text: '人数多输了两个零，已与企业台账核对' } });
    await keepLook(city.page, 'a8-city-corrects');
    await form.save();
    expect(await stored()).toMatchObject({ lists: 80, status: 'submitted' });

    await form.unfold('流转记录');
    await form.field('events').getByText('更正：人数多输了两个零，已与企业台账核对').first().waitFor();
    await keepLook(city.page, 'a8-history');
    const anew = await form.makeDocument('生成工作日志', '驻点监督工作日志');
    expect(await looksSigned(anew, 'a8-work-log-anew', 0.13)).toContain('原误填为8000，实为80');
    const old = await form.download(form.page.locator('.documents').getByRole('link', { name: '驻点监督工作日志' }).nth(1));
    expect(old.equals(firstLog)).toBe(true);
    await waitFor('annex 4 counts what is right', async () => (await shown()) === before - 7920);
    await keepLook(city.page, 'a8-statistics');
    expect(await marks()).toEqual([]);
    expect(city.faults).toEqual([]);
  });
});
