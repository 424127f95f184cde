import { simpleParser } from 'mailparser';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SmtpMood, TakenMail } from '../support/FaultySmtp.ts';
import { hazardMails } from '../support/hazardMails.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

const test = useTestStack();
const { save, eventKey, delivery, sent, mailsOf } = hazardMails(test);

const PLAN = JSON.stringify([{ name: '值班主任', email: 'duty@city.example', after_minutes: 0 }]);
const toldNext = async (hazard: string): Promise<TakenMail> =>
  await waitFor(
    'the next contact is told',
    () =>
      Promise.resolve(
        test.smtp.taken.find((mail) => mail.key.startsWith(`hazard.unacknowledged:${hazard}`) && mail.recipients.includes('duty@city.example')) ??
          null,
      ),
    90,
  );

/** How health grades a part. */
const statusOf = async (name: string): Promise<string | undefined> => {
  const { data } = await test.admin.send<{ parts: { part: string; status: string }[] }>('GET', '/zhudian/health');
  return data.parts.find(({ part }) => part === name)?.status;
};

afterEach(() => {
  test.smtp.mood = 'accept';
});

describe('with a relay that', () => {
  it.each<[SmtpMood, string, number]>([
    ['refuse_sender', 'retry', 0],
    ['defer', 'retry', 0],
    ['reject', 'retry', 0],
    ['hang', 'unknown', 1],
    ['close_after_data', 'unknown', 1],
    ['shut_down', 'unknown', 1],
  ])(
    'is in the mood "%s", the mail waits as "%s" and then goes out under the same Message-ID',
    async (mood, status, repeats) => {
      test.smtp.mood = mood;
      const hazard = await save();
      const key = await eventKey(hazard);
      const waiting = await waitFor(`mail ${key} waits as ${status}`, async () => {
        const found = await delivery(key);
        return found?.status === status ? found : null;
      });
      expect(waiting.error).not.toBeNull();
      test.smtp.mood = 'accept';
      const done = await sent(hazard, 90);
      expect(done.message_id).toBe(waiting.message_id);
      const mails = await mailsOf(hazard);
      expect(mails.filter((mail) => mail.mood === 'accept')).toHaveLength(1);
      if (repeats === 0) expect(done.repeats).toBe(0);
      else expect(done.repeats).toBe(mails.length - 1);
    },
    180_000,
  );

  it('is not there at all, the mail goes out once it is', async () => {
    await test.smtp.close();
    const hazard = await save();
    const key = await eventKey(hazard);
    await waitFor('the mail waits', async () => (await delivery(key))?.status === 'retry');
    await test.smtp.listen();
    expect((await sent(hazard, 90)).repeats).toBe(0);
    expect(await mailsOf(hazard)).toHaveLength(1);
  }, 180_000);
});

describe('when nobody confirms', () => {
  afterAll(async () => {
    await test.database.query('UPDATE settings SET acknowledge_minutes = 15, escalation_max_steps = 20');
  });

  it('goes to the next contact, under a key of its own', async () => {
    await test.database.query('UPDATE settings SET acknowledge_minutes = 0, escalation_max_steps = 1, escalation_plan = $1', [PLAN]);
    const hazard = await save();
    await sent(hazard);
    const reminder = await toldNext(hazard);
    expect(reminder.recipients).toContain('duty@city.example');
    expect((await simpleParser(reminder.raw)).subject).toContain('催办');
  }, 120_000);

  it('and the clock was a day ahead when it was reported, goes to the next contact all the same, and counts as unconfirmed', async () => {
    await test.database.query('UPDATE settings SET acknowledge_minutes = 240, escalation_max_steps = 1, escalation_plan = $1', [PLAN]);
    const hazard = await save();
    await sent(hazard);
    expect(await statusOf('confirmations')).toBe('ok');
    await test.database.query(`UPDATE hazards SET reported_at = now() + interval '1 day' WHERE id = $1`, [hazard]);
    expect((await toldNext(hazard)).recipients).toContain('duty@city.example');
    expect(await statusOf('confirmations')).toBe('error');
  }, 120_000);
});

describe('when the relay refuses for ever', () => {
  const reportedAt = async (hazard: string): Promise<unknown> =>
    (await test.admin.send('GET', `/items/hazards/${hazard}?fields=reported_at`)).data.reported_at;
  let before: string;
  beforeAll(async () => {
    const { rows } = await test.database.query<{ emails: string }>('SELECT city_office_emails::text AS emails FROM settings');
    before = rows[0]?.emails ?? '[]';
    test.smtp.unknown.add('gone@city.example');
  });
  afterAll(async () => {
    test.smtp.unknown.clear();
    await test.database.query(`UPDATE settings SET city_office_emails = $1, acknowledge_minutes = 15, escalation_max_steps = 20`, [before]);
  });
  const office = async (...addresses: string[]): Promise<void> => {
    await test.database.query(
      `UPDATE settings SET city_office_emails = $1, acknowledge_minutes = 0, escalation_max_steps = 1, escalation_plan = $2`,
      [JSON.stringify(addresses), PLAN],
    );
  };

  it('one address of the office, the hazard is reported with the first that is taken, and the next contact is told', async () => {
    await office('anquan@city.example', 'gone@city.example');
    const hazard = await save();
    const next = await toldNext(hazard);
    expect(next.recipients).toContain('duty@city.example');
    await waitFor('it is noted as reported', () => reportedAt(hazard));
    const key = await eventKey(hazard);
    const refused = async (): Promise<string | null> => {
      const found = await delivery(`${key}:to2`);
      return found?.status === 'retry' ? found.error : null;
    };
    expect(await waitFor('the mail waits for its next attempt', refused, 30)).toBe('gone@city.example: 550 no such user');
  }, 120_000);

  it('the whole office, the time to confirm runs all the same, and the next contact is told', async () => {
    await office('gone@city.example');
    const hazard = await save();
    const next = await toldNext(hazard);
    expect(next.recipients).toContain('duty@city.example');
    expect(await reportedAt(hazard)).toBeNull();
  }, 120_000);
});

it('a given-up mail that nobody needs is closed and no fault any more; not one about a major hazard that nobody has confirmed', async () => {
  const givenUp = async (hazard: string | null): Promise<string> => {
    const { rows } = await test.database.query<{ id: string }>(
      `INSERT INTO deliveries (id, key, kind, status, composed_by, subject, hazard, error)
       VALUES (gen_random_uuid(), 'given-up:' || gen_random_uuid(), 'report', 'dead', 'n8n', '月报', $1, '550') RETURNING id`,
      [hazard],
    );
    return rows[0]?.id ?? '';
  };
  const close = async (id: string): Promise<string | undefined> =>
    (await test.admin.send('PATCH', `/items/deliveries/${id}`, { status: 'closed' })).errors[0]?.message;
  const [left, urgent] = [await givenUp(null), await givenUp(await save())];
  expect(await close(urgent)).toContain('还没有人签收');
  await test.database.query('DELETE FROM deliveries WHERE id = $1', [urgent]);
  expect(await statusOf('mail')).toBe('error');
  expect(await close(left)).toBeUndefined();
  expect(await statusOf('mail')).not.toBe('error');
});

it('no rule about hazards makes a mail that has gone out unsent: it goes out once, and the ledger says what could not be noted', async () => {
  await test.database.query(`
    CREATE FUNCTION refuse_for_test() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a rule of tomorrow'; END $$;
    CREATE TRIGGER refuse_for_test BEFORE UPDATE OF reported_at ON hazards FOR EACH ROW EXECUTE FUNCTION refuse_for_test()`);
  try {
    const hazard = await save();
    expect((await sent(hazard)).error).toContain('a rule of tomorrow');
    await pause(12_000);
    expect(await mailsOf(hazard)).toHaveLength(1);
  } finally {
    await test.database.query('DROP TRIGGER refuse_for_test ON hazards; DROP FUNCTION refuse_for_test()');
  }
}, 120_000);
