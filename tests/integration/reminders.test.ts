import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import { dueMoment } from '../../extensions/core/src/deadlines/dueMoment.ts';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import { keepPicture } from '../support/keepPicture.ts';
import { logins, type Caller } from '../support/logins.ts';
import type { Api } from '../support/Api.ts';
import { openBrowser } from '../support/openBrowser.ts';
import { setClock } from '../support/setClock.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
let as: Readonly<Record<Caller, Api>>;
beforeAll(async () => {
  as = await logins(test);
}, 600_000);

/** Several statements as history: no alarms, rows in any state. `$name` stands for an id of `IDS`. */
async function history(sql: string): Promise<void> {
  const text = sql.replace(/\$(\w+)/g, (_, name: string) => `'${IDS[name as keyof typeof IDS]}'`);
  await test.database.query(`BEGIN; SET LOCAL zhudian.suppress_events = 'on'; ${text}; COMMIT`);
}
const IDS = Object.fromEntries('A B A1 B1 teamA teamB t1 t2 t3 t4 returned H1 H2'.split(' ').map((name) => [name, randomUUID()])) as Record<
  'A' | 'B' | 'A1' | 'B1' | 'teamA' | 'teamB' | 't1' | 't2' | 't3' | 't4' | 'returned' | 'H1' | 'H2',
  string
>;

describe('the deadline of a month', () => {
  it('is the same in SQL and in the core, for 240 months, with single deadlines, other days and another time zone', async () => {
    const months = Array.from({ length: 240 }, (_, place) => `${2023 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`);
    const { rows: own } = await test.database.query<{ period: string; due_at: Date }>('SELECT period, due_at FROM report_periods');
    expect(own.map(({ period }) => period)).toContain('2023-10');
    for (const [day, time, timezone] of [
      [30, '17:30', 'Asia/Shanghai'],
      [31, '09:00', 'America/New_York'],
      [28, '23:59', 'Pacific/Kiritimati'],
    ] as const) {
      await test.database.query('BEGIN');
      await test.database.query('UPDATE settings SET report_due_day = $1, report_due_time = $2, timezone = $3', [day, time, timezone]);
      const { rows } = await test.database.query<{ period: string; due: Date }>(
        'SELECT period, zhudian_report_due(period) AS due FROM unnest($1::text[]) period',
        [months],
      );
      await test.database.query('ROLLBACK');
      const override = (period: string): string | null => own.find((row) => row.period === period)?.due_at.toISOString() ?? null;
      expect(rows.map(({ period, due }) => [period, due.toISOString()])).toEqual(
        months.map((period) => [period, dueMoment(period, { day, time, timezone, override: override(period) }).toISOString()]),
      );
    }
  });

  it('is told to offices of their own counties: October 2023 was due on 26 September, half past five in Beijing', async () => {
    await setClock(test, '2023-09-20T09:00:00+08:00');
    const { status, data } = await as.county.send('GET', '/zhudian/deadlines?period=2023-10');
    expect(status).toBe(200);
    expect(data).toMatchObject({ period: '2023-10', due_at: '2023-09-26T09:30:00.000Z', holidays_known: true, working_days_left: 4 });
    expect(data.rows).toEqual([expect.objectContaining({ county: expect.objectContaining({ id: countyId('370811') }) as unknown, reported: false })]);
    expect((await as.city.send<{ rows: unknown[] }>('GET', '/zhudian/deadlines?period=2023-10')).data.rows).toHaveLength(14);
    expect((await as.city.send('GET', '/zhudian/deadlines?period=2040-01')).data).toMatchObject({ holidays_known: false });
    expect((await as.inspector.send('GET', '/zhudian/deadlines')).status).toBe(403);
    await setClock(test, null);
  });
});

/** Two counties, of which the second leaves things undone. Everybody's address is `<name>@<county>.example`. */
async function begin(): Promise<void> {
  await setClock(test, '2026-01-26T07:00:00+08:00');
  await history(`
    UPDATE counties SET status = 'archived';
    UPDATE settings SET city_office_emails = '["shi@city.example"]';
    INSERT INTO counties (id, code, name, office, email, sort, status, date_created) VALUES
      ($A, 'A', '甲县', '甲县工信局', 'office@a.example', 1, 'active', '2025-01-01'), ($B, 'B', '乙县', '乙县工信局', 'office@b.example', 2, 'active', '2025-01-01');
    INSERT INTO contacts (id, county, name, position, phone, email, is_primary, status) VALUES (gen_random_uuid(), $A, '贾联系', '科长', '13800000001', 'jia@a.example', true, 'active');
    INSERT INTO enterprises (id, county, name, status, date_created) VALUES ($A1, $A, '甲一<化工>', 'active', '2026-01-02'), ($B1, $B, '乙一化工', 'active', '2026-01-02');
    INSERT INTO inspectors (id, name, level, county, email, status) VALUES ($t1, '田一', 'county', $A, 't1@a.example', 'active'), ($t2, '田二', 'county', $A, 't2@a.example', 'active'),
      ($t3, '田三', 'county', $B, 't3@b.example', 'active'), ($t4, '田四', 'county', $B, 't4@b.example', 'active');
    INSERT INTO teams (id, enterprise, valid_from) VALUES ($teamA, $A1, '2025-01-01'), ($teamB, $B1, '2025-01-01');
    INSERT INTO team_members (id, team, inspector) VALUES (gen_random_uuid(), $teamA, $t1), (gen_random_uuid(), $teamA, $t2), (gen_random_uuid(), $teamB, $t3), (gen_random_uuid(), $teamB, $t4);
    INSERT INTO opening_balances (id, county, as_of) VALUES (gen_random_uuid(), $A, '2025-12-31');
    INSERT INTO evaluations (id, county, quarter, kind, evaluated_on) VALUES (gen_random_uuid(), $A, '2025-Q4', 'quarterly', '2025-12-20');
    ${reported('A', '2025-12')}; ${reported('B', '2025-12')};
    ${visited('A1', '2026-01-15')}; ${visited('B1', '2026-01-20')}`);
}
const reported = (county: string, period: string): string =>
  `INSERT INTO monthly_reports (id, county, period, status) VALUES (gen_random_uuid(), $${county}, '${period}', 'submitted')`;
/** A visit by two of the enterprise's team. */
function visited(enterprise: 'A1' | 'B1', day: string, status = 'submitted', id = `'${randomUUID()}'`, at = `${day}T18:00:00+08:00`): string {
  const [first, second] = enterprise === 'A1' ? ['$t1', '$t2'] : ['$t3', '$t4'];
  return `INSERT INTO visits (id, enterprise, visited_on, status, submitted_at) VALUES (${id}, $${enterprise}, '${day}', '${status}', '${at}');
    INSERT INTO visit_inspectors (id, visit, inspector) VALUES (gen_random_uuid(), ${id}, ${first}), (gen_random_uuid(), ${id}, ${second})`;
}
const found = (id: string, deadline: string): string =>
  `INSERT INTO hazards (id, enterprise, severity, status, title, description, place, found_on, deadline, measures, responsible_person)
   VALUES ($${id}, $A1, 'general', 'open', '可燃气体报警器失效 ${id}', '罐区东侧两台可燃气体报警器校验标签已过期', '罐区东侧', '2026-02-10', '${deadline}', '更换并重新校验', '王厂长')`;

/** What happens in the afternoon of a day, after the morning's mails. */
const AFTERNOONS: Readonly<Record<string, () => Promise<void>>> = {
  '2026-01-29': () => history(reported('A', '2026-01')),
  '2026-02-03': () => history(reported('B', '2026-01')),
  // The history of a visit that is loaded as it was has its moment from the visit.
  '2026-02-04': () =>
    history(
      `${visited('A1', '2026-02-03', 'returned', '$returned', '2026-02-04T15:00:00+08:00')}; UPDATE visits SET return_reason = '请补充整改建议' WHERE id = $returned`,
    ),
  '2026-02-09': () => history(`UPDATE visits SET status = 'submitted' WHERE id = $returned`),
  '2026-02-10': () =>
    history(`${found('H1', '2026-02-20')}; ${found('H2', '2026-02-26')};
      INSERT INTO contacts (id, county, name, position, phone, email, is_primary, status) VALUES (gen_random_uuid(), $B, '易联系', '科长', '13800000002', 'yi@b.example', true, 'active')`),
  '2026-02-23': async () => await test.stack.n8n.stop(),
  '2026-02-25': () =>
    history(`UPDATE hazards SET status = 'rectified', rectified_on = '2026-02-25', rectification = '已更换并重新校验合格' WHERE id = $H2`),
  '2026-02-27': () => history(reported('A', '2026-02')),
  '2026-02-28': () =>
    history(`UPDATE hazards SET status = 'rectified', rectified_on = '2026-02-28', rectification = '已更换并重新校验合格' WHERE id = $H1`),
  '2026-03-03': () => history(reported('B', '2026-02')),
};

/** Worked out by hand on a calendar of 2026: day → who → what, as `kind subject stage`. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '2026-01-26': {
    'jia@a office@a': ['report A -5w 2026-01'],
    'office@b': ['report B -5w 2026-01', 'contacts_missing B 1w 2026-01', 'opening_balance_missing B 1w 2026-01'],
    'shi@city': ['contacts_missing B 1w 2026-01', 'opening_balance_missing B 1w 2026-01'],
  },
  '2026-01-28': { 'jia@a office@a': ['report A -2w 2026-01'], 'office@b': ['report B -2w 2026-01'] },
  '2026-01-30': { 'office@b': ['report B 0w 2026-01'] },
  '2026-02-02': { 'office@b shi@city': ['report B 1w 2026-01', 'contacts_missing B 1w 2026-02', 'opening_balance_missing B 1w 2026-02'] },
  '2026-02-05': { 't1@a t2@a': ['visit_returned returned 1w 2026-02-04T07:00:00'] },
  '2026-02-09': { 't1@a t2@a jia@a office@a': ['visit_returned returned 3w 2026-02-04T07:00:00'] },
  // A new contact is told what is still open.
  '2026-02-11': { 'yi@b': ['opening_balance_missing B 1w 2026-02'] },
  '2026-02-13': { 't3@b t4@b': ['visit_missing B1 -15d 2026-02'] },
  // A Saturday that is worked, the last day before the festival.
  '2026-02-14': {
    't3@b t4@b': ['visit_missing B1 -5w 2026-02'],
    'office@b yi@b': ['visit_missing B1 -5w 2026-02', 'report B -5w 2026-02'],
    'jia@a office@a': ['report A -5w 2026-02'],
    't1@a t2@a': ['rectification H1 -3d 2026-02-20', 'rectification H2 -3d 2026-02-26'],
  },
  // n8n was down from the 24th: what was put right meanwhile is not spoken of, what is still true is told once.
  '2026-02-27': {
    't1@a t2@a shi@city': ['rectification H1 7d 2026-02-20'],
    'jia@a office@a': ['rectification H1 7d 2026-02-20', 'report A -2w 2026-02'],
    'office@b yi@b': ['report B -2w 2026-02'],
  },
  '2026-02-28': { 'office@b yi@b': ['report B 0w 2026-02'] },
  '2026-03-02': { 'office@b yi@b shi@city': ['report B 1w 2026-02', 'visit_missing B1 1w 2026-02', 'opening_balance_missing B 1w 2026-03'] },
};

/** Everything the relay took and the ledger noted, as `EXPECTED` would say it, one person a line. */
async function wentOut(): Promise<string[]> {
  const { rows } = await test.database.query<{ day: string; who: string; what: string[] }>(
    `SELECT split_part(d.key, ':', 2) AS day, s.recipient AS who, array_agg(s.key) AS what
     FROM deliveries d JOIN reminders_sent s ON s.delivery = d.id WHERE d.kind = 'reminder' AND d.status = 'sent' GROUP BY d.id, d.key, s.recipient`,
  );
  const names = new Map(Object.entries(IDS).map(([name, id]) => [id, name]));
  const say = (key: string): string => {
    const [kind, subject, stage, ...period] = key.split(':');
    return [kind, names.get(subject ?? '') ?? subject, stage, period.join(':')].join(' ');
  };
  return rows.map(({ day, who, what }) => `${day} ${who.replace('.example', '')}: ${what.map(say).sort().join(', ')}`).sort();
}

describe('reminders over Spring Festival', () => {
  it('are exactly the expected ones, each once, one mail a person and day, though n8n was down for three days', async () => {
    await begin();
    const events: string[] = [];
    for (let n = 0; n < 40; n += 1) {
      const day = new Date(Date.UTC(2026, 0, 26 + n)).toISOString().slice(0, 10);
      await setClock(test, `${day}T09:30:00+08:00`);
      if (day === '2026-02-27') await test.stack.n8n.start();
      const { data, status } = await as.automation.send<{ event: string | null }>('POST', '/zhudian/reminders/turn');
      expect(status).toBe(200);
      if (data.event) events.push(data.event);
      const down = day >= '2026-02-24' && day < '2026-02-27';
      if (!down) await quiet(day);
      await AFTERNOONS[day]?.();
    }
    expect(await wentOut()).toEqual(
      Object.entries(EXPECTED)
        .flatMap(([day, people]) =>
          Object.entries(people).flatMap(([who, what]) => who.split(' ').map((one) => `${day} ${one}: ${[...what].sort().join(', ')}`)),
        )
        .sort(),
    );
    expect(events).toContain('reminders.due:2026-02-24T09');
    expect(events).not.toContain('reminders.due:2026-02-25T09');
    const mails = test.smtp.taken.filter(({ key }) => key.startsWith('reminders:'));
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
    expect(mails.every(({ recipients }) => recipients.length === 1)).toBe(true);
  }, 900_000);

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
        ['reminders:2026-01-26:office@b.example', 'reminder-mail-office'],
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
    await history(`UPDATE contacts SET status = 'archived' WHERE county = $A`);
    await setClock(test, '2026-04-01T07:59:00+08:00');
    expect((await as.automation.send('POST', '/zhudian/reminders/turn')).data).toEqual({ event: null });
    const { data } = await as.automation.send<{ working: boolean; digests: unknown[] }>('GET', '/zhudian/reminders');
    expect([data.working, data.digests.length > 0]).toEqual([false, true]);
    const { data: health } = await test.admin.send<{ parts: { part: string; status: string }[] }>('GET', '/zhudian/health');
    expect(health.parts).toContainEqual(expect.objectContaining({ part: 'clock', status: 'warn' }));
  });
});

/** Nothing waits any more: no event of reminders, no mail. */
async function quiet(day: string): Promise<void> {
  await waitFor(
    `the reminders of ${day} are sent`,
    async () => {
      const { rows } = await test.database.query<{ open: string }>(
        `SELECT (SELECT count(*) FROM outbox WHERE topic = 'reminders.due' AND done_at IS NULL) + (SELECT count(*) FROM deliveries WHERE kind = 'reminder' AND status <> 'sent') AS open`,
      );
      return rows[0]?.open === '0';
    },
    120,
  );
}
