import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import { escapeHtml } from '../../extensions/core/src/text/escapeHtml.ts';
import { done, refusedBy } from '../support/answers.ts';
import type { TakenMail } from '../support/FaultySmtp.ts';
import { hazardMails } from '../support/hazardMails.ts';
import { linkOf } from '../support/linkOf.ts';
import { logins, type Caller } from '../support/logins.ts';
import type { Api } from '../support/Api.ts';
import { majorHazard } from '../support/majorHazard.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const DUTY = 'duty@city.example';
const HEAD = 'head@city.example';
const OFFICE = 'office@county.example';

const test = useTestStack();
const { save, eventKey } = hazardMails(test);
let by: Readonly<Record<Caller, Api>>;
let hazard: string;
/** The mail about the hazard that each address has got. */
let mails: Readonly<Record<string, TakenMail>>;

const confirm = async (link: string, name: string): Promise<Response> => await fetch(link, { method: 'POST', body: new URLSearchParams({ name }) });
const row = async (): Promise<Record<string, string | null>> =>
  (
    await test.database.query('SELECT acknowledged_by, acknowledged_link, acknowledged_from, acknowledged_at::text FROM hazards WHERE id = $1', [
      hazard,
    ])
  ).rows[0] as Record<string, string | null>;
const notes = async (): Promise<string[]> =>
  (await test.database.query<{ note: string }>('SELECT note FROM hazard_events WHERE hazard = $1 ORDER BY at, date_created', [hazard])).rows.map(
    ({ note }) => note,
  );
const mailTo = async (key: string, address: string): Promise<TakenMail> =>
  await waitFor(
    `the mail to ${address} leaves`,
    async () => test.smtp.taken.find((mail) => mail.key.startsWith(key) && mail.recipients.includes(address)) ?? null,
    90,
  );

beforeAll(async () => {
  by = await logins(test);
  await test.database.query('UPDATE settings SET city_office_emails = $1, acknowledge_minutes = 600', [JSON.stringify([DUTY, HEAD])]);
  await test.database.query('UPDATE counties SET email = $2 WHERE id = (SELECT county FROM enterprises WHERE id = $1)', [
    (await majorHazard(test.database)).enterprise,
    OFFICE,
  ]);
  hazard = await save();
  const key = await eventKey(hazard);
  mails = { [DUTY]: await mailTo(key, DUTY), [HEAD]: await mailTo(key, HEAD), [OFFICE]: await mailTo(key, OFFICE) };
}, 600_000);

describe('the mail about a major hazard', () => {
  it('goes to each address of the city office with a link of its own, and to the county without any; each sees who else has it', async () => {
    const [duty, head] = [await linkOf(mails[DUTY]), await linkOf(mails[HEAD])];
    expect(duty).toMatch(/\/zhudian\/acknowledge\//);
    expect(head).not.toBe(duty);
    for (const [link, address] of [
      [duty, DUTY],
      [head, HEAD],
    ] as const)
      expect(await (await fetch(link)).text()).toContain(`此链接发给 ${address}`);
    const copy = await simpleParser(mails[OFFICE]?.raw ?? '');
    expect(`${copy.html || ''}${copy.text ?? ''}`).not.toContain('/zhudian/acknowledge/');
    expect(copy.text).toContain('抄送件不含签收链接');
    expect(copy.html).toContain('反应釜安全阀失效');
    expect(copy.attachments).toHaveLength(1);
    for (const mail of Object.values(mails)) {
      expect(mail.recipients).toHaveLength(1);
      const { to, cc } = await simpleParser(mail.raw);
      expect([to, cc].flat().flatMap((one) => one?.value.map(({ address }) => address))).toEqual([DUTY, HEAD, OFFICE]);
    }
  });

  it('shows no link that works to anybody else: neither in the ledger, nor in what workflows are given, nor in a log', async () => {
    const tokens = await Promise.all([DUTY, HEAD].map(async (address) => (await linkOf(mails[address])).split('/').at(-1) ?? ''));
    await fetch(await linkOf(mails[DUTY]));
    const seen: string[] = [];
    for (const reader of [by.city, by.county, by.auditor, by.automation, test.admin]) {
      for (const path of [
        `/items/deliveries?filter[hazard]=${hazard}&fields=*`,
        `/zhudian/hazards/${hazard}/facts`,
        `/zhudian/hazards/${hazard}/report-data`,
      ]) {
        seen.push(JSON.stringify(await reader.send('GET', path)));
      }
    }
    const logs = join(test.stack.config.dataDir, 'logs');
    for (const file of readdirSync(logs)) seen.push(readFileSync(join(logs, file), 'utf8'));
    expect(seen.join('').includes(hazard)).toBe(true);
    for (const token of tokens) expect(seen.some((text) => text.includes(token))).toBe(false);
    const facts = done(await by.automation.send<{ acknowledge_url: string }>('GET', `/zhudian/hazards/${hazard}/facts`));
    expect((await confirm(facts.acknowledge_url, '王明')).status).toBe(404);
    expect((await row()).acknowledged_at).toBeNull();
  });
});

describe('a confirmation', () => {
  it.each(['.......', '王', '12345', '"><b>1'])('by “%s” is none: the page says so beside what was typed, and nobody has confirmed', async (name) => {
    const answer = await confirm(await linkOf(mails[HEAD]), name);
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain('请填写签收人姓名（至少 2 个汉字或字母');
    expect(page).toContain(`value="${escapeHtml(name)}"`);
    expect((await row()).acknowledged_at).toBeNull();
  });

  it('says whose link it was and where it came from', async () => {
    expect((await confirm(await linkOf(mails[HEAD]), '王明')).status).toBe(200);
    expect(await row()).toMatchObject({
      acknowledged_by: '王明',
      acknowledged_link: HEAD,
      acknowledged_from: expect.stringContaining('127.0.0.1') as string,
    });
    expect((await notes()).at(-1)).toBe(`市级已签收：王明（使用发给 ${HEAD} 的链接）`);
  });

  it('is disputed by the city alone, with a reason', async () => {
    const dispute = (who: Api, reason?: string) => who.send('POST', `/zhudian/hazards/${hazard}/dispute`, { reason });
    for (const who of [by.county, by.inspector, by.auditor, by.automation]) expect((await dispute(who, '不是我办签收')).status).toBe(403);
    expect(refusedBy(await dispute(by.city))).toEqual(['hazard.reason.required']);
    expect((await row()).acknowledged_by).toBe('王明');
    expect(done(await dispute(by.city, '我办没有王明此人，签收无效'))).toEqual({ disputed: true });
    expect(await row()).toEqual({ acknowledged_by: null, acknowledged_link: null, acknowledged_from: null, acknowledged_at: null });
    expect((await notes()).at(-1)).toMatch(
      /^对签收提出异议：我办没有王明此人，签收无效。原签收人：王明（使用发给 head@city\.example 的链接，网络地址 .*127\.0\.0\.1）$/,
    );
    expect((await dispute(by.city, '我办没有王明此人，签收无效')).status).toBe(409);
  });

  it('that was disputed leaves old links without worth, and everybody is written to at once with new ones', async () => {
    for (const address of [DUTY, HEAD]) expect((await confirm(await linkOf(mails[address]), '王明')).status).toBe(410);
    expect((await row()).acknowledged_at).toBeNull();
    const again = await mailTo(`hazard.unacknowledged:${hazard}`, DUTY);
    expect((await confirm(await linkOf(again), '沈知远')).status).toBe(200);
    expect(await row()).toMatchObject({ acknowledged_by: '沈知远', acknowledged_link: DUTY });
  });
});
