import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepPicture } from '../support/keepPicture.ts';
import { logins, type Caller } from '../support/logins.ts';
import type { Api } from '../support/Api.ts';
import { openBrowser } from '../support/openBrowser.ts';
import { begin, history, IDS } from '../support/rehearsal/cast.ts';
import { LETTERS, REMINDERS } from '../support/rehearsal/expected.ts';
import { frozenFigures, handingIn, type HandedIn } from '../support/rehearsal/handIn.ts';
import { lettersOut, remindersOut } from '../support/rehearsal/mails.ts';
import { quiet } from '../support/rehearsal/quiet.ts';
import { AFTERNOONS } from '../support/rehearsal/story.ts';
import { setClock } from '../support/setClock.ts';
import { useTestStack } from '../support/useTestStack.ts';

const test = useTestStack();
let as: Readonly<Record<Caller, Api>>;
beforeAll(async () => {
  as = await logins(test);
}, 600_000);

const DAYS = Array.from({ length: 179 }, (_, place) => new Date(Date.UTC(2025, 9, 4 + place)).toISOString().slice(0, 10));
const DOWN = ['2026-02-24', '2026-02-25', '2026-02-26'];
/** As lines, one for each day and person or letter. */
const lines = (days: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(days)
    .flatMap(([day, what]) => what.map((one) => `${day} ${one}`))
    .sort();

describe('half a year, from National Day to the end of March', () => {
  const notes: HandedIn[] = [];
  const events: string[] = [];
  let letters: string[] = [];

  it('sends exactly the expected mails, each once, one reminder a person and day, though n8n was down for three days', async () => {
    await setClock(test, `${DAYS[0]}T07:00:00+08:00`);
    await begin(test);
    const out = await lettersOut(test);
    const means = { test, city: as.city, handIn: handingIn(test, as.city, notes) };
    for (const day of DAYS) {
      await setClock(test, `${day}T09:30:00+08:00`);
      if (day === '2026-02-27') await test.stack.n8n.start();
      await test.database.query('SELECT zhudian_turn_reports()');
      for (const path of ['/zhudian/reminders/turn', '/zhudian/evaluations/turn']) {
        const { data, status } = await as.automation.send<{ event: string | null }>('POST', path);
        expect(status).toBe(200);
        if (data.event) events.push(data.event);
      }
      if (!DOWN.includes(day)) await quiet(test, day);
      const afternoon = AFTERNOONS[day];
      if (afternoon) {
        await setClock(test, `${day}T15:00:00+08:00`);
        await afternoon(means);
        if (!DOWN.includes(day) && day !== '2026-02-23') await quiet(test, day);
      }
      await out.note(day);
    }
    letters = out.lines;
    expect(await remindersOut(test)).toEqual(
      lines(
        Object.fromEntries(
          Object.entries(REMINDERS).map(([day, people]) => [
            day,
            Object.entries(people).flatMap(([who, what]) => who.split(' ').map((one) => `${one}: ${[...what].sort().join(', ')}`)),
          ]),
        ),
      ),
    );
    expect(letters.sort()).toEqual(lines(LETTERS));
    const { taken } = test.smtp;
    expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(taken.length);
    expect(new Set(taken.map(({ key }) => key)).size).toBe(taken.length);
    expect(taken.filter(({ key }) => key.startsWith('reminders:')).every(({ recipients }) => recipients.length === 1)).toBe(true);
    expect(events).toContain('reminders.due:2026-02-24T09');
    expect(events).not.toContain('reminders.due:2026-02-25T09');
  }, 1_500_000);

  it('links in its mails to what is there to be opened', async () => {
    const shapes = new Set<string>();
    for (const { raw } of test.smtp.taken) {
      const { html } = await simpleParser(raw);
      for (const [, link = ''] of String(html).matchAll(/href="([^"]+)"/g))
        shapes.add(
          link
            .replace(test.stack.config.urls.directus, '')
            .replace(/[0-9a-f-]{36}/, 'ID')
            .replace(/\d{4}-\d{2}$/, 'MONTH')
            .replace(/(acknowledge\/).*/, '$1TOKEN'),
        );
    }
    expect([...shapes].sort()).toEqual([
      '/admin/content/contacts',
      '/admin/content/enterprises/ID',
      '/admin/content/evaluations/+',
      '/admin/content/hazards/ID',
      '/admin/content/monthly_reports/ID',
      '/admin/content/opening_balances',
      '/admin/zhudian/month-end?period=MONTH',
      '/admin/zhudian/visits/ID',
      '/zhudian/acknowledge/TOKEN',
    ]);
  });

  it('freezes each report as a recount of that moment has it, and no correction moves it', async () => {
    expect(notes.map(({ county, period, on_time }) => `${county} ${period} ${on_time ? 'in time' : 'late'}`)).toEqual([
      'A 2025-10 in time',
      'B 2025-10 late',
      'A 2025-11 in time',
      'B 2025-11 late',
      'A 2025-12 in time',
      'B 2025-12 in time',
      'B 2025-12 in time',
      'A 2026-01 in time',
      'B 2026-01 late',
      'A 2026-02 in time',
      'B 2026-02 late',
      'A 2026-03 in time',
      'B 2026-03 in time',
    ]);
    for (const { county, period, frozen, counted } of notes) expect({ county, period, ...frozen }).toEqual({ county, period, ...counted });
    const last = new Map(notes.map((note) => [note.id, note]));
    for (const { id, frozen } of last.values()) expect(await frozenFigures(test, id)).toEqual(frozen);
    // By hand: twelve visits of two, a city inspector at each, besides the opening balance; H4 and H6, H1 and H2 found and put right.
    expect(notes.find(({ county, period }) => county === 'A' && period === '2026-03')?.frozen.cumulative).toMatchObject({
      city_person_visits: '132',
      county_person_visits: '252',
      city_enterprise_visits: '112',
      county_enterprise_visits: '20',
      rules_improved: '40',
      reward_amount_wan: '13.8347',
      hazards_found: '94',
      hazards_rectified: '84',
      major_hazards_found: '2',
      major_hazards_rectified: '1',
    });
  });

  it('tells in the next report what was corrected, raised, lowered or told late since, and nothing else', () => {
    expect(
      notes
        .flatMap(({ county, period, changes }) => changes.map((one) => `${county} ${period}: ${one.period} ${one.figure} ${one.difference}`))
        .sort(),
    ).toEqual([
      'A 2025-12: 2025-11 rules_improved 3',
      'A 2026-01: 2025-12 major_hazards_found -1',
      // H1 was put right on the day after the report of February.
      'A 2026-03: 2026-02 hazards_rectified 1',
      'B 2025-12: 2025-11 county_enterprise_visits 1',
      'B 2025-12: 2025-11 county_enterprise_visits 1',
      'B 2025-12: 2025-11 county_person_visits 2',
      'B 2025-12: 2025-11 county_person_visits 2',
      'B 2025-12: 2025-11 rules_improved 1',
      'B 2025-12: 2025-11 rules_improved 1',
    ]);
  });
});

describe('the mails of reminders', () => {
  it('say what, where and by when, with links, and names cannot become HTML', async () => {
    const [mail] = test.smtp.of('reminders:2026-02-27:jia@a.example');
    const { html, subject, text } = await simpleParser(mail?.raw ?? '');
    expect(subject).toBe('【驻点提醒】2026年2月27日：2项待办，1项已逾期');
    expect(String(html)).toContain('甲一&lt;化工&gt;');
    expect(String(html)).toContain(`/admin/content/hazards/${IDS.H1}`);
    expect(text).toContain('已逾期7天');
    expect(text).toContain('报送期限2026年2月28日，还有1个工作日');
    const browser = await openBrowser({ width: 1000, height: 800 });
    try {
      const page = await browser.context.newPage();
      for (const [key, name] of [
        ['reminders:2026-02-27:jia@a.example', 'reminder-mail'],
        ['reminders:2025-12-01:office@b.example', 'reminder-mail-office'],
      ] as const) {
        await page.setContent(String((await simpleParser(test.smtp.of(key)[0]?.raw ?? '')).html));
        for (const width of [1000, 390]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
          await keepPicture(page, `${name}-${width}`);
        }
      }
    } finally {
      await browser.close();
    }
  }, 120_000);

  it('that somebody was told already make no second mail, by whatever key it is handed over', async () => {
    const { rows } = await test.database.query<{ key: string; delivery: string }>(
      `SELECT key, delivery FROM reminders_sent WHERE recipient = 'jia@a.example' LIMIT 1`,
    );
    const again = await as.automation.send('POST', '/zhudian/mail', {
      key: 'reminders:2026-03-05:jia@a.example',
      kind: 'reminder',
      to: ['JIA@a.example'],
      subject: '又一次',
      html: '<p>又一次</p>',
      reminders: [rows[0]?.key, 'report:x:1w:2026-03'],
    });
    expect(again.data).toMatchObject({ id: rows[0]?.delivery, created: false });
  });

  it('can be looked ahead to by the city and by nobody below it; nothing goes out outside working hours', async () => {
    const at = encodeURIComponent('2026-02-15T09:30:00+08:00');
    expect((await as.city.send('GET', `/zhudian/reminders?at=${at}`)).data).toMatchObject({
      day: '2026-02-15',
      working: false,
      holidays_known: true,
    });
    for (const who of ['county', 'inspector', 'stranger'] as const) expect((await as[who].send('GET', '/zhudian/reminders')).status).toBe(403);
    expect((await as.city.send('POST', '/zhudian/reminders/turn')).status).toBe(403);
    await history(test, `UPDATE contacts SET status = 'archived' WHERE county = $A`);
    await setClock(test, '2026-04-01T07:59:00+08:00');
    expect((await as.automation.send('POST', '/zhudian/reminders/turn')).data).toEqual({ event: null });
    const { data } = await as.automation.send<{ working: boolean; digests: unknown[] }>('GET', '/zhudian/reminders');
    expect([data.working, data.digests.length > 0]).toEqual([false, true]);
    const { data: health } = await test.admin.send<{ parts: { part: string; status: string }[] }>('GET', '/zhudian/health');
    expect(health.parts).toContainEqual(expect.objectContaining({ part: 'clock', status: 'warn' }));
  });
});
