import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import { done } from '../support/answers.ts';
import { hazardMails } from '../support/hazardMails.ts';
import { linkIn } from '../support/linkOf.ts';
import { maintainer, type EditedNode, type Maintainer } from '../support/maintainer.ts';
import { ruleWorld, type RuleWorld } from '../support/ruleWorld.ts';
import { ownStack } from '../support/TestStack.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

// Workflows are changed: a stack of its own.
const test = useTestStack(ownStack);
const { save, sent, eventDone, eventKey, mailsOf } = hazardMails(test);
let world: RuleWorld;
let editor: Maintainer;
beforeAll(async () => {
  world = await ruleWorld(test);
  editor = await maintainer(test);
  await test.database.query('UPDATE settings SET handover_seconds = 20');
}, 600_000);

const trigger = (topics: readonly string[], parameters: object = {}) => ({
  name: '事件',
  type: 'CUSTOM.zhudianTrigger',
  typeVersion: 2,
  parameters: { topics, ...parameters },
});
const mail = (key: string, to: string, html: string) => ({
  name: '发信',
  type: 'CUSTOM.officialMail',
  parameters: { key, kind: 'operations', to, subject: '告知', html, cc: '', attachments: '', options: {} },
});
const listening = async (topic: string): Promise<void> => {
  await waitFor(
    `somebody listens to ${topic}`,
    async () => (await test.database.query(`SELECT 1 FROM outbox_consumers WHERE own AND $1 = ANY (topics)`, [topic])).rowCount,
  );
};
const ledger = async (key: string): Promise<{ to: string[]; subject: string; body: string; composed_by: string }> =>
  await waitFor(
    `the ledger has ${key}`,
    async () =>
      (
        await test.database.query<{ to: string[]; subject: string; body: string; composed_by: string }>(
          'SELECT "to", subject, body, composed_by FROM deliveries WHERE key LIKE $1',
          [key],
        )
      ).rows[0] ?? null,
    60,
  );

describe('a second workflow', () => {
  it('on the topic of a shipped one hears of the event and takes nothing away, also when it fails again and again', async () => {
    await editor.build('另行告知', [
      trigger(['hazard.major']),
      mail('=second:{{ $json.subject }}', 'second@city.example', '=<p>{{ $json.subject }}</p>'),
    ]);
    await editor.build('总是失败', [
      trigger(['hazard.major']),
      { name: '出错', type: 'n8n-nodes-base.stopAndError', parameters: { errorMessage: '故意' } },
    ]);
    await waitFor('both listen', async () => (await test.database.query('SELECT 1 FROM outbox_consumers WHERE own')).rowCount === 2);
    const hazard = await save();
    expect((await sent(hazard)).composed_by).toBe('n8n');
    await eventDone(hazard);
    expect(await mailsOf(hazard)).toHaveLength(1);
    expect((await ledger(`second:${hazard}`)).to).toEqual(['second@city.example']);
    const places = await waitFor('each has had its turn', async () => {
      const { rows } = await test.database.query<{ name: string; done: boolean; error: string | null }>(
        `SELECT c.name, p.done_at IS NOT NULL AS done, p.error FROM outbox_places p JOIN outbox_consumers c USING (consumer) JOIN outbox o ON o.id = p.event
         WHERE o.key = $1 AND (p.done_at IS NOT NULL OR p.error IS NOT NULL) ORDER BY 1`,
        [await eventKey(hazard)],
      );
      return rows.length === 2 ? rows : null;
    });
    expect(places).toEqual([
      { name: '另行告知', done: true, error: null },
      { name: '总是失败', done: false, error: expect.stringContaining('故意') as string },
    ]);
  });

  it('hears what nobody has to answer for, in words of its own: a visit that is returned', async () => {
    await editor.build('退回告知', [
      trigger(['visit.returned']),
      mail(
        '=returned:{{ $json.payload.visit }}',
        'county@county.example',
        '={{ $json.payload.enterprise_name }}：{{ $json.payload.reason }}（{{ $json.payload.people }}）',
      ),
    ]);
    await listening('visit.returned');
    const visit = await world.submitted();
    done(await world.county.send('PATCH', `/items/visits/${visit}`, { status: 'returned', return_reason: '第三项的问题描述不具体' }));
    const { body } = await ledger(`returned:${visit}`);
    expect(body).toMatch(/：第三项的问题描述不具体（.+）/);
    // Nobody listens to the submission: it was never an event.
    expect((await test.database.query(`SELECT 1 FROM outbox WHERE topic = 'visit.submitted'`)).rowCount).toBe(0);
  });
});

describe('“Execute workflow”', () => {
  it('runs every shipped workflow with an example, writes nothing, and mails the operations address alone', async () => {
    await test.database.query(`UPDATE settings SET operations_email = 'ops@city.example'`);
    const hazard = await save();
    await eventDone(hazard);
    const count = async (): Promise<unknown> =>
      (
        await test.database.query(
          `SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM monthly_reports) AS reports, (SELECT count(*) FROM reminders_sent) AS reminders,
             (SELECT count(*) FROM deliveries WHERE NOT starts_with(key, 'test:')) AS mails, (SELECT count(*) FROM outbox WHERE done_at IS NULL) AS open,
             (SELECT count(*) FROM directus_files) AS files`,
        )
      ).rows[0];
    const before = await count();
    const all = (await editor.ask('GET', '/rest/workflows')) as unknown as { id: string; name: string }[];
    const tried: Record<string, string> = {};
    for (const { id, name } of all.filter((one) => !['故障通知', '另行告知', '总是失败', '退回告知'].includes(one.name))) {
      const { nodes } = (await editor.ask('GET', `/rest/workflows/${id}`)) as { nodes: { name: string; type: string }[] };
      const first = nodes.find(({ type }) => type === 'CUSTOM.zhudianTrigger');
      const { status } = await editor.tryOut(id, first?.name ?? '');
      tried[name] = status;
    }
    expect(Object.keys(tried)).toHaveLength(7);
    expect(tried).toEqual(Object.fromEntries(Object.keys(tried).map((name) => [name, 'success'])));
    expect(await count()).toEqual(before);
    const { rows } = await test.database.query<{ to: string[]; cc: string[]; kind: string; subject: string; body: string; hazard: string | null }>(
      `SELECT "to", cc, kind, subject, body, hazard FROM deliveries WHERE starts_with(key, 'test:')`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ to: ['ops@city.example'], cc: [], kind: 'operations', hazard: null });
    const report = rows.find(({ subject }) => subject.startsWith('【测试】【重大事故隐患】'));
    expect(report?.body).toContain('测试运行，只发到运维邮箱');
    const raw = await waitFor(
      'the test mail is out',
      async () => test.smtp.taken.find(({ recipients }) => recipients.includes('ops@city.example')) ?? null,
    );
    const html = String((await simpleParser(raw.raw)).html);
    expect(linkIn(html)).toBe('');
  }, 300_000);
});

/** What health says of the workflows, to the city. */
const faults = async (): Promise<string> => {
  const { data } = await world.city.send<{ parts: { part: string; status: string; message: string }[] }>('GET', '/zhudian/health');
  const part = data.parts.find((one) => one.part === 'workflows');
  return part?.status === 'ok' ? '' : (part?.message ?? '');
};
const told = async (words: string): Promise<void> => {
  await waitFor(`health says ${words}`, async () => (await faults()).includes(words), 60);
  await waitFor(
    `operations is mailed ${words}`,
    async () =>
      (
        await test.database.query(
          `SELECT 1 FROM deliveries WHERE kind = 'operations' AND "to"::text LIKE '%ops@city.example%' AND key LIKE 'operations:health:workflows:trouble:%' AND body LIKE $1`,
          [`%${words}%`],
        )
      ).rowCount,
    60,
  );
};

describe('what a maintainer broke', () => {
  const id = 'escalateHazard01';
  const broken = async (change: (nodes: EditedNode[]) => EditedNode[], work: () => Promise<void>): Promise<void> => {
    let kept: EditedNode[] = [];
    await editor.edit(id, (nodes) => {
      kept = structuredClone(nodes);
      return change(nodes);
    });
    await work();
    await editor.edit(id, () => kept);
    const next = await save();
    expect((await sent(next)).composed_by).toBe('n8n');
    await waitFor('health is well again', async () => !(await faults()).includes('重大隐患直报'), 60);
  };
  beforeAll(async () => {
    await test.stack.directus.restart({ ZHUDIAN_ALERT_AFTER: '1', ZHUDIAN_ALERT_LOOK: '1' });
  }, 180_000);

  it('a mistyped expression sends no mail without the hazard: the watchdog’s goes out, and operations learns why', async () => {
    await broken(
      (nodes) => JSON.parse(JSON.stringify(nodes).replaceAll('escaped.hazard.title', 'escaped.hazrd.title')) as EditedNode[],
      async () => {
        const hazard = await save();
        expect((await sent(hazard)).composed_by).toBe('watchdog');
        const [taken] = await mailsOf(hazard);
        const html = String((await simpleParser(taken?.raw ?? '')).html);
        expect(html).toContain('反应釜安全阀失效');
        expect(linkIn(html)).toMatch(/^http/);
        await told('正文没有写到隐患');
      },
    );
  }, 300_000);

  it('a mail node taken out: the run succeeds, the mail goes out, operations learns it', async () => {
    await broken(
      (nodes) =>
        nodes.map((node) => (node.name === '发送正式邮件' ? { ...node, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} } : node)),
      async () => {
        const hazard = await save();
        expect((await sent(hazard)).composed_by).toBe('watchdog');
        await told('“发送正式邮件”节点');
      },
    );
  }, 300_000);

  it('a workflow that is not published: health, operations and the mail itself, without a hazard being reported first', async () => {
    const { versionId } = await editor.ask('GET', `/rest/workflows/${id}`);
    await editor.ask('POST', `/rest/workflows/${id}/deactivate`, {});
    // Instead of two minutes of waiting.
    await test.database.query(`UPDATE outbox_consumers SET seen_at = now() - interval '3 minutes' WHERE name = '重大隐患直报'`);
    await told('流程“重大隐患直报”没有运行');
    const hazard = await save();
    expect((await sent(hazard)).composed_by).toBe('watchdog');
    await editor.ask('POST', `/rest/workflows/${id}/activate`, { versionId });
    await eventDone(hazard);
    const next = await save();
    expect((await sent(next)).composed_by).toBe('n8n');
    await waitFor('health is well again', async () => !(await faults()).includes('重大隐患直报'), 60);
  }, 300_000);

  it('a workflow of the office’s own that fails again and again is named', async () => {
    await test.database.query(
      `UPDATE outbox_places SET attempts = 3, error = '故意' WHERE consumer IN (SELECT consumer FROM outbox_consumers WHERE name = '总是失败')`,
    );
    await told('流程“总是失败”');
  }, 120_000);
});
