import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { majorHazard } from '../support/majorHazard.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
const TOKEN = 'a-token-of-prometheus';
const said: string[] = [];
let refuse = 1;

/** A group's robot: refuses as DingTalk does (HTTP 200 with a code), then takes. */
const robot = createServer((request, response) => {
  void text(request).then((body) => {
    if (refuse > 0) {
      refuse -= 1;
      response.end(JSON.stringify({ errcode: 310000, errmsg: 'keywords not in content' }));
      return;
    }
    said.push((JSON.parse(body) as { text: { content: string } }).text.content);
    response.end(JSON.stringify({ errcode: 0, errmsg: 'ok' }));
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => robot.listen(0, '127.0.0.1', resolve));
  await test.stack.directus.restart({
    ZHUDIAN_METRICS_TOKEN: TOKEN,
    ZHUDIAN_ALERT_WEBHOOK: `http://127.0.0.1:${(robot.address() as AddressInfo).port}/robot`,
    ZHUDIAN_ALERT_AFTER: '2',
  });
}, 180_000);
afterAll(() => {
  robot.close();
});

const scrape = async (headers: Record<string, string> = {}): Promise<{ status: number; body: string }> => {
  const answer = await fetch(`${test.stack.config.urls.directus}/zhudian/metrics`, { headers });
  return { status: answer.status, body: await answer.text() };
};

it('shows figures to who has the token or is the automation, and nothing to a stranger', async () => {
  expect((await scrape()).status).toBe(403);
  expect((await scrape({ 'x-zhudian-metrics': `${TOKEN}x` })).status).toBe(403);
  const { status, body } = await scrape({ 'x-zhudian-metrics': TOKEN });
  expect(status).toBe(200);
  expect(body).toMatch(/^zhudian_heartbeat_seconds\{part="n8n"\} [\d.]+$/m);
  expect(body).not.toContain('@');
  expect((await scrape({ authorization: `Bearer ${test.stack.secrets.automationToken}` })).status).toBe(200);
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
  const alarm = await waitFor('the robot speaks', () => Promise.resolve(said[0] ?? null), 90);
  expect(alarm).toContain('邮件发不出去');
  expect(alarm).toMatch(/重大事故隐患 [1-9]\d* 封/);
  const { body } = await scrape({ 'x-zhudian-metrics': TOKEN });
  expect(body).toMatch(/^zhudian_mail_oldest_seconds [1-9]/m);
  await test.smtp.listen();
  expect(await waitFor('it gives the all-clear', () => Promise.resolve(said[1] ?? null), 120)).toContain('恢复正常');
  expect(said).toHaveLength(2);
  expect((await scrape({ 'x-zhudian-metrics': TOKEN })).body).toMatch(/^zhudian_mail_latency_seconds\{quantile="0\.5"\} [\d.]+$/m);
}, 300_000);

it('tells of one report that does not leave though all other mail does, and of a plan used up without a confirmation', async () => {
  const { rows } = await test.database.query<{ email: string }>('SELECT json_array_elements_text(city_office_emails) AS email FROM settings');
  for (const { email } of rows) test.smtp.unknown.add(email);
  const earlier = said.length;
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
    });
  }, 400);
  const { data } = await test.admin.send<{ id: string }>('POST', '/items/hazards', await majorHazard(test.database));
  expect(await waitFor('the robot speaks', () => Promise.resolve(said[earlier] ?? null), 90)).toContain('邮件发不出去');
  clearInterval(others);
  test.smtp.unknown.clear();
  expect(await waitFor('it gives the all-clear', () => Promise.resolve(said[earlier + 1] ?? null), 180)).toContain('恢复正常');

  await test.database.query(`UPDATE hazards SET reported_at = now() - interval '30 days' WHERE id = $1`, [data.id]);
  expect(await waitFor('the robot asks for a call', () => Promise.resolve(said[earlier + 2] ?? null), 120)).toContain('仍无人签收');
  const health = await test.admin.send<{ parts: { part: string; status: string }[] }>('GET', '/zhudian/health');
  expect(health.data.parts).toContainEqual(expect.objectContaining({ part: 'confirmations', status: 'error' }));
  await test.database.query(`UPDATE hazards SET acknowledged_at = now(), acknowledged_by = '王明' WHERE id = $1`, [data.id]);
  expect(await waitFor('and says that it is over', () => Promise.resolve(said[earlier + 3] ?? null), 120)).toContain('均已签收');
}, 600_000);
