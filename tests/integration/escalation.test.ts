import { simpleParser, type Attachment } from 'mailparser';
import PizZip from 'pizzip';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { linkIn } from '../support/linkOf.ts';
import type { Part } from '../../scripts/stack/Part.ts';
import { burst } from '../support/burst.ts';
import { hazardMails } from '../support/hazardMails.ts';
import { majorHazard } from '../support/majorHazard.ts';
import { HANDOVER_SECONDS } from '../support/TestStack.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();

afterEach(() => {
  test.smtp.mood = 'accept';
});

const { save, sent, eventDone, eventKey, mailsOf } = hazardMails(test);

/** Of an attempt that was cut off the relay has the mail or has not. */
async function expectMails(hazard: string, repeats: number): Promise<void> {
  expect((await mailsOf(hazard)).length).toBeLessThanOrEqual(1 + repeats);
}

/** Seconds until the watchdog takes over: many, where n8n is to be the one however busy the machine is. */
async function handOver(seconds: number): Promise<void> {
  await test.database.query('UPDATE settings SET handover_seconds = $1', [seconds]);
}

describe('a major hazard', () => {
  beforeAll(async () => {
    await handOver(60);
  });
  afterAll(async () => {
    await handOver(HANDOVER_SECONDS);
  });

  it('reaches the city office with its Word report, is filed, and is confirmed with one click', async () => {
    const hazard = await save({ deadline: '2030-01-31' });
    const { composed_by, repeats } = await sent(hazard);
    expect({ composed_by, repeats }).toEqual({ composed_by: 'n8n', repeats: 0 });

    const [taken, ...others] = await mailsOf(hazard);
    expect(others).toEqual([]);
    const mail = await simpleParser(taken?.raw ?? '');
    expect(mail.subject).toMatch(/重大事故隐患.*反应釜安全阀失效/);
    expect(mail.text).toContain('校验标签已过期七个月');
    expect(mail.html).toContain('2030年1月31日');
    const [docx] = mail.attachments as [Attachment];
    expect(docx.filename).toMatch(/^重大事故隐患报告.*\.docx$/);
    expect(new PizZip(docx.content).file('word/document.xml')?.asText()).toContain('反应釜安全阀失效');

    await eventDone(hazard);
    const { data } = await test.admin.send<{ reported_at: string | null; documents: { file: string; status: string }[] }>(
      'GET',
      `/items/hazards/${hazard}?fields=reported_at,documents.file,documents.status`,
    );
    expect(data.reported_at).not.toBeNull();
    expect(data.documents).toEqual([{ file: expect.any(String) as string, status: 'ready' }]);

    const link = linkIn(mail.html);
    const acknowledged = async (): Promise<unknown> =>
      (await test.admin.send('GET', `/items/hazards/${hazard}?fields=acknowledged_by`)).data.acknowledged_by;
    const page = await (await fetch(link)).text();
    expect(page).toContain('确认已收到');
    expect(await acknowledged()).toBeNull();
    const post = async (address: string, name: string): Promise<Response> =>
      await fetch(address, { method: 'POST', body: new URLSearchParams({ name }) });
    expect((await post(link, '王')).status).toBe(400);
    expect((await post(`${link.slice(0, -2)}xx`, '王明')).status).toBe(404);
    expect(await acknowledged()).toBeNull();
    expect(await (await post(link, '王明<b>')).text()).toContain('王明&lt;b&gt;');
    expect(await (await post(link, '李四')).text()).toContain('王明');
    expect(await acknowledged()).toBe('王明<b>');

    for (const severity of ['general', 'major']) {
      expect(
        (
          await test.admin.send('PATCH', `/items/hazards/${hazard}`, {
            severity,
            correction_reason: '现场复核后重新定级',
            measures: '停用并更换',
            responsible_person: '设备科长',
            deadline: '2027-06-30',
          })
        ).errors,
      ).toEqual([]);
    }
    expect((await post(link, '李四')).status).toBe(410);
    expect(await acknowledged()).toBeNull();
  });

  it('makes one event by every door, and none when it is refused, rolled back, general or saved again', async () => {
    const count = async (hazard: string): Promise<number> =>
      Number(
        (await test.database.query<{ n: string }>(`SELECT count(*) AS n FROM outbox WHERE subject = $1 AND topic = 'hazard.major'`, [hazard])).rows[0]
          ?.n,
      );

    const general = await save({ severity: 'general', title: '灭火器过期' });
    expect(await count(general)).toBe(0);
    await test.admin.send('PATCH', `/items/hazards/${general}`, { severity: 'major' });
    expect(await count(general)).toBe(1);
    await test.admin.send('PATCH', `/items/hazards/${general}`, { place: '仓库', severity: 'major' });
    expect(await count(general)).toBe(1);

    const draft = await majorHazard(test.database);
    const visit = await test.admin.send<{ id: string; hazards: string[] }>('POST', '/items/visits', {
      enterprise: draft.enterprise,
      visited_on: (await test.database.query<{ today: string }>('SELECT zhudian_today()::text AS today')).rows[0]?.today,
      hazards: [{ ...draft, enterprise: undefined }],
    });
    expect(visit.errors).toEqual([]);
    expect(await count(visit.data.hazards[0] ?? '')).toBe(1);

    const insert = `INSERT INTO hazards (id, enterprise, severity, status, title, description) SELECT $1, $2, 'major', 'open', '储罐液位计失灵', '罐区V-201储罐液位计指示为零，实际液位偏高' `;
    const bySql = crypto.randomUUID();
    await test.database.query(insert, [bySql, draft.enterprise]);
    expect(await count(bySql)).toBe(1);

    const rolledBack = crypto.randomUUID();
    const client = await test.stack.connect('directus');
    await client.query('BEGIN');
    await client.query(insert, [rolledBack, draft.enterprise]);
    await client.query('ROLLBACK');
    await client.end();
    expect(await count(rolledBack)).toBe(0);
    for (const hazard of [general, bySql, visit.data.hazards[0] ?? '']) await sent(hazard);
  });
});

describe('with n8n', () => {
  it('stopped before the save, the watchdog reports, and n8n on its return finds the mail there', async () => {
    await test.stack.n8n.stop();
    const hazard = await save();
    expect((await sent(hazard)).composed_by).toBe('watchdog');
    const [mail] = await mailsOf(hazard);
    expect((await simpleParser(mail?.raw ?? '')).attachments).toHaveLength(1);
    await test.stack.n8n.start();
    await eventDone(hazard);
    expect(await mailsOf(hazard)).toHaveLength(1);
  }, 180_000);

  it.each([20, 150, 400])(
    'killed %d ms after the save, one mail goes out',
    async (milliseconds) => {
      const hazard = await save();
      await pause(milliseconds);
      await test.stack.n8n.kill();
      await sent(hazard);
      await test.stack.n8n.start();
      // Who was killed holds the event for a minute: one of them waits for it, the others have it behind them.
      if (milliseconds !== 150) await test.database.query('UPDATE outbox SET lease_until = now() WHERE subject = $1 AND done_at IS NULL', [hazard]);
      await eventDone(hazard);
      expect(await mailsOf(hazard)).toHaveLength(1);
    },
    180_000,
  );

  it('in a storm several events share a run, and one that cannot succeed fails no other', async () => {
    const n8n = await test.stack.connect('n8n');
    const runs = async (): Promise<number> => {
      const { rows } = await n8n.query<{ n: string }>(
        `SELECT count(*) AS n FROM execution_entity WHERE "workflowId" = 'escalateHazard01' AND status = 'success'`,
      );
      return Number(rows[0]?.n);
    };
    const before = await runs();
    await handOver(60);
    await test.database.query('BEGIN');
    const hazards = await burst(test.database, 20);
    // Its hazard is not there: nothing can be composed from it.
    await test.database.query(`SELECT zhudian_emit('hazard.major:gone', 'hazard.major', gen_random_uuid(), '{}')`);
    await test.database.query('COMMIT');
    for (const hazard of hazards) await eventDone(hazard);
    for (const hazard of hazards) expect(await mailsOf(hazard)).toHaveLength(1);
    expect((await runs()) - before).toBeLessThan(20);
    // Those that shared its run came again, each by itself.
    const { rows: again } = await test.database.query('SELECT 1 FROM outbox WHERE subject = ANY ($1) AND attempts > 1', [hazards]);
    expect(again.length).toBeGreaterThan(0);
    await handOver(HANDOVER_SECONDS);
    const gone = await waitFor(
      'the watchdog closes the event without a hazard',
      async () => {
        const { rows } = await test.database.query<{ attempts: number; error: string }>(
          `SELECT attempts, error FROM outbox WHERE key = 'hazard.major:gone' AND done_at IS NOT NULL`,
        );
        return rows[0] ?? null;
      },
      90,
    );
    expect(gone.error).toContain('隐患记录已被删除');
    expect(gone.attempts).toBeGreaterThan(0);
    await n8n.end();
  }, 240_000);
});

describe('what somebody mistyped', () => {
  it('in a county’s address costs its copy and nobody else’s mail, is refused in the panel, and named by health', async () => {
    const { rows } = await test.database.query<{ id: string; email: string | null; name: string }>(
      `SELECT c.id, c.email, c.name FROM counties c JOIN enterprises e ON e.county = c.id WHERE e.id = $1`,
      [(await majorHazard(test.database)).enterprise],
    );
    const county = rows[0] ?? { id: '', email: null, name: '' };
    const refused = await test.admin.send('PATCH', `/items/counties/${county.id}`, { email: 'anquan@county' });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.errors)).toContain('anquan@county');
    await test.database.query('UPDATE counties SET email = $2 WHERE id = $1', [county.id, 'anquan@county, ban@county.example']);
    await handOver(60);
    const hazard = await save();
    expect((await sent(hazard)).composed_by).toBe('n8n');
    await handOver(HANDOVER_SECONDS);
    const copy = await waitFor('the copy leaves', async () => test.smtp.of(`${await eventKey(hazard)}:copy`)[0] ?? null);
    expect(copy.recipients).toEqual(['ban@county.example']);
    const { data } = await test.admin.send<{ parts: { part: string; status: string; message: string }[] }>('GET', '/zhudian/health');
    const settings = data.parts.find(({ part }) => part === 'settings');
    expect(settings).toMatchObject({ status: 'warn', message: expect.stringContaining(county.name) as string });
    await test.database.query('UPDATE counties SET email = $2 WHERE id = $1', [county.id, county.email]);
  }, 120_000);

  it('in the settings is refused, naming the entry', async () => {
    const refused = await test.admin.send('PATCH', '/items/settings', { city_office_emails: ['anquan@city.example', 'anquan@city'] });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.errors)).toContain('第 2 项');
    const plan = [{ name: '主任', email: 'head', after_minutes: 0 }];
    expect((await test.admin.send('PATCH', '/items/settings', { escalation_plan: plan })).status).toBe(400);
    expect((await test.admin.send('PATCH', '/items/settings', { acknowledge_minutes: 15 })).errors).toEqual([]);
  });

  it('makes events that cannot be composed, and however many there are, the watchdog reports those behind them', async () => {
    await test.stack.n8n.stop();
    await handOver(1);
    const earlier = await save({ severity: 'general', title: '灭火器过期' });
    await test.database.query(
      `SELECT zhudian_emit('unusable:' || n, 'hazard.unacknowledged', $1, '{"step": 1, "to": ["nobody"]}') FROM generate_series(1, 50) n`,
      [earlier],
    );
    const hazard = await save();
    expect((await sent(hazard, 180)).composed_by).toBe('watchdog');
    await test.database.query(`UPDATE outbox SET done_at = now() WHERE key LIKE 'unusable:%'`);
    await handOver(30);
    await test.stack.n8n.start();
    await eventDone(hazard);
  }, 240_000);
});

describe('with Directus', () => {
  it.each([0, 30, 80, 150, 250, 400, 700])(
    'killed %d ms after the save and started again, one Message-ID goes out',
    async (milliseconds) => {
      const hazard = await save();
      await pause(milliseconds);
      await test.stack.directus.kill();
      await test.stack.directus.start();
      const { repeats } = await sent(hazard, 120);
      // A repeat happens only where the outcome after DATA was unknown, and then the ledger says so.
      await expectMails(hazard, repeats);
    },
    180_000,
  );
});

it('survives PostgreSQL restarting in the middle, without a restart of its own', async () => {
  const hazard = await save();
  await pause(100);
  await test.stack.postgres.kill();
  await test.stack.postgres.start();
  const { repeats } = await sent(hazard, 120);
  await expectMails(hazard, repeats);
  const next = await save();
  await sent(next, 120);
}, 240_000);

it('a run that succeeds without a mail closes nothing: the event is given back with the reason, and the watchdog reports', async () => {
  await test.stack.n8n.stop();
  await handOver(60);
  const hazard = await save();
  const automation = async (path: string, body: object): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`${test.stack.config.urls.directus}/zhudian/events/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${test.stack.secrets.automationToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  };
  /** What n8n does with a run that came to its end: whatever is in hand is told to be done. */
  const succeed = async (): Promise<{ status: number; text: string }> =>
    await waitFor(
      'the event can be claimed',
      async () => {
        const { text } = await automation('claim', { consumer: 'a run without its mail node', topics: ['hazard.major'], limit: 50 });
        const { data } = JSON.parse(text) as { data: { seq: string; subject: string; claim: string }[] };
        const event = data.find(({ subject }) => subject === hazard);
        return event ? await automation(`${event.seq}/done`, { claim: event.claim }) : null;
      },
      90,
    );
  const refused = await succeed();
  expect(refused).toMatchObject({ status: 409, text: expect.stringContaining('ZHUDIAN_NO_MAIL') as string });
  const { rows } = await test.database.query<{ done_at: Date | null; error: string; claim: string | null }>(
    `SELECT done_at, error, claim FROM outbox WHERE subject = $1 AND topic = 'hazard.major'`,
    [hazard],
  );
  expect(rows).toEqual([{ done_at: null, error: expect.stringContaining('没有登记') as string, claim: null }]);
  await handOver(HANDOVER_SECONDS);
  expect((await sent(hazard)).composed_by).toBe('watchdog');
  expect((await succeed()).status).toBe(200);
  await eventDone(hazard);
  expect(await mailsOf(hazard)).toHaveLength(1);
  // The next one begins without n8n, too.
}, 240_000);

describe('with two Directus side by side', () => {
  let second: Part;
  beforeAll(async () => {
    second = test.stack.anotherDirectus(test.sparePort);
    await second.start();
  }, 120_000);
  afterAll(async () => {
    await second.stop();
  });

  it('without n8n, both their watchdogs and senders race for each mail, and each goes out once', async () => {
    await test.stack.n8n.stop();
    const hazards = await burst(test.database, 40);
    for (const hazard of hazards) expect((await sent(hazard, 120)).repeats).toBe(0);
    for (const hazard of hazards) expect(await mailsOf(hazard)).toHaveLength(1);
    await test.stack.n8n.start();
    for (const hazard of hazards) await eventDone(hazard);
    for (const hazard of hazards) expect(await mailsOf(hazard)).toHaveLength(1);
  }, 300_000);

  it('the first is killed in the middle of its work, the second finishes it', async () => {
    const hazards = await burst(test.database, 20);
    await pause(600);
    await test.stack.directus.kill();
    for (const hazard of hazards) {
      const { repeats } = await sent(hazard, 180);
      await expectMails(hazard, repeats);
    }
    await test.stack.directus.start();
  }, 300_000);
});
