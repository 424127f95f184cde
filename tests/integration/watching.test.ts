import { afterAll, beforeAll, expect, it } from 'vitest';
import { majorHazard } from '../support/majorHazard.ts';
import { Robot } from '../support/Robot.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
const TOKEN = 'a-token-of-prometheus';
const robot = new Robot();
const { said } = robot;
const heard = new Set<number>();

beforeAll(async () => {
  await robot.listen();
  robot.refusals = 1;
  await test.stack.directus.restart({
    ZHUDIAN_METRICS_TOKEN: TOKEN,
    ZHUDIAN_ALERT_WEBHOOK: robot.webhook,
    // Longer than the watchdog needs for a mail that n8n does not compose: else what is only under way is a trouble, and soon another one.
    ZHUDIAN_ALERT_AFTER: '10',
    ZHUDIAN_ALERT_LOOK: '1',
    // People rely on it, as on any installation they reach over https.
    PUBLIC_URL: 'https://zhudian.city.example',
  });
}, 180_000);
afterAll(() => {
  robot.close();
});

/** The next message with these words that nobody has waited for yet. */
const hear = async (words: string, seconds: number): Promise<string> =>
  await waitFor(
    `the robot says ${words}`,
    () => {
      const at = said.findIndex((text, index) => !heard.has(index) && text.includes(words));
      if (at < 0) return Promise.resolve(null);
      heard.add(at);
      return Promise.resolve(said[at] ?? null);
    },
    seconds,
  );

const scrape = async (headers: Record<string, string> = {}): Promise<{ status: number; body: string }> => {
  const answer = await fetch(`${test.stack.config.urls.directus}/zhudian/metrics`, { headers });
  return { status: answer.status, body: await answer.text() };
};

it('shows figures to who has the token or is the automation, and nothing to a stranger', async () => {
  expect((await scrape()).status).toBe(403);
  expect((await scrape({ 'x-zhudian-metrics': `${TOKEN}x` })).status).toBe(403);
  // n8n's first sign of life comes when it first asks for work.
  await expect.poll(async () => (await scrape({ 'x-zhudian-metrics': TOKEN })).body).toMatch(/^zhudian_heartbeat_seconds\{part="n8n"\} [\d.]+$/m);
  const { status, body } = await scrape({ 'x-zhudian-metrics': TOKEN });
  expect(status).toBe(200);
  expect(body).not.toContain('@');
  expect((await scrape({ authorization: `Bearer ${test.stack.secrets.automationToken}` })).status).toBe(200);
});

it('tells that the addresses it began with are still there, which nobody reads', async () => {
  const health = await test.admin.send<{ parts: { part: string; status: string; message: string }[] }>('GET', '/zhudian/health');
  const settings = health.data.parts.find(({ part }) => part === 'settings');
  expect(settings).toMatchObject({ status: 'error', message: expect.stringContaining('anquan@city.example') as string });
  expect(settings?.message).toContain('任城区');
});

it('shows how far the statistics lag and what people are to be told', async () => {
  const figure = async (name: string): Promise<number> =>
    Number(new RegExp(`^${name} ([\\d.]+)$`, 'm').exec((await scrape({ 'x-zhudian-metrics': TOKEN })).body)?.[1]);
  // A transaction that keeps its mark to itself for a while: the fold takes it as soon as it can be seen.
  await test.database.query(
    `INSERT INTO statistics_marks (county, month, at) SELECT id, '2026-10-01', now() - interval '90 seconds' FROM counties LIMIT 1`,
  );
  const lag = await figure('zhudian_statistics_lag_seconds');
  expect(lag === 0 || lag >= 90).toBe(true);
  await waitFor('the mark is folded in', async () => (await figure('zhudian_statistics_lag_seconds')) === 0, 60);
  // The demo has enterprises without a visit and reports that are not written.
  expect(await figure('zhudian_reminders_due')).toBeGreaterThanOrEqual(await figure('zhudian_people_to_remind'));
  const { data } = await test.admin.send<{ digests: unknown[] }>('GET', `/zhudian/reminders?at=${encodeURIComponent(new Date().toISOString())}`);
  expect(await figure('zhudian_people_to_remind')).toBe(data.digests.length);
});

it('tells the group that mail does not leave, once, and that it does again', async () => {
  await test.smtp.close();
  const { errors } = await test.admin.send('POST', '/items/hazards', await majorHazard(test.database));
  expect(errors).toEqual([]);
  const alarm = await hear('邮件发不出去', 90);
  expect(alarm).toMatch(/重大事故隐患 [1-9]\d* 封/);
  const { body } = await scrape({ 'x-zhudian-metrics': TOKEN });
  expect(body).toMatch(/^zhudian_mail_oldest_seconds [1-9]/m);
  await test.smtp.listen();
  await hear('邮件已恢复正常', 180);
  expect(said.filter((text) => text.includes('邮件发不出去'))).toHaveLength(1);
  expect((await scrape({ 'x-zhudian-metrics': TOKEN })).body).toMatch(/^zhudian_mail_latency_seconds\{quantile="0\.5"\} [\d.]+$/m);
}, 300_000);

it('tells of one report that does not leave though all other mail does, of a plan used up without a confirmation, and of n8n that is away', async () => {
  await test.stack.n8n.stop();
  await test.database.query(`UPDATE zhudian_heartbeats SET at = now() - interval '1 hour' WHERE part = 'n8n'`);
  const { rows } = await test.database.query<{ email: string }>('SELECT json_array_elements_text(city_office_emails) AS email FROM settings');
  for (const { email } of rows) test.smtp.unknown.add(email);
  const others = setInterval(() => {
    const mail = {
      key: `operations:${crypto.randomUUID()}`,
      kind: 'operations',
      to: ['somebody@city.example'],
      subject: '日常',
      html: '<p>日常</p>',
    };
    void fetch(`${test.stack.config.urls.directus}/zhudian/mail`, {
      method: 'POST',
      headers: { authorization: `Bearer ${test.stack.secrets.automationToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(mail),
    }).catch(() => undefined);
  }, 400);
  const { data } = await test.admin.send<{ id: string }>('POST', '/items/hazards', await majorHazard(test.database));
  await hear('邮件发不出去', 120).finally(() => clearInterval(others));
  test.smtp.unknown.clear();
  await hear('邮件已恢复正常', 180);

  await test.database.query(`UPDATE hazards SET reported_at = now() - interval '30 days' WHERE id = $1`, [data.id]);
  await hear('仍无人签收', 120);
  const health = await test.admin.send<{ parts: { part: string; status: string }[] }>('GET', '/zhudian/health');
  expect(health.data.parts).toContainEqual(expect.objectContaining({ part: 'confirmations', status: 'error' }));
  await test.database.query(`UPDATE hazards SET acknowledged_at = now(), acknowledged_by = '王明' WHERE id = $1`, [data.id]);
  await hear('均已签收', 120);
  await hear('自动流程（n8n）已停止工作', 180);
  await test.stack.n8n.start();
  await hear('自动流程（n8n）已恢复工作', 180);
  // Said long ago, of the addresses.
  await hear('系统设置中的收件地址有误', 10);
}, 600_000);
