import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productionFaults } from '../../scripts/production/productionFaults.ts';
import { StackError } from '../../scripts/stack/StackError.ts';
import { useTestStack } from '../support/useTestStack.ts';
import { waitFor } from '../support/waitFor.ts';

describe('Directus and an office', () => {
  const test = useTestStack();

  beforeAll(async () => {
    await test.stack.n8n.stop();
    await test.stack.directus.stop();
  }, 60_000);
  afterAll(async () => {
    await test.database.query('DELETE FROM zhudian_clock');
  });

  /** Directus ends by itself, and its log says why; nothing answers at its port. */
  async function refuses(environment: Record<string, string>, why: RegExp): Promise<void> {
    const { directus, config } = test.stack;
    const fault: unknown = await directus.start(environment).then(
      () => undefined,
      (error: unknown) => error,
    );
    await waitFor('Directus ends', () => Promise.resolve(directus.state === 'stopped'), 60);
    expect(directus.log.sinceOpened()).toMatch(why);
    if (fault !== undefined) expect(fault).toBeInstanceOf(StackError);
    await expect(fetch(`${config.urls.directus}/server/ping`)).rejects.toThrow();
  }

  it.each([
    ['a secret anybody could guess', { ZHUDIAN_ACKNOWLEDGE_SECRET: 'short' }, /ZHUDIAN_ACKNOWLEDGE_SECRET/],
    ['a sender that is no address', { ZHUDIAN_MAIL_FROM: 'nobody' }, /ZHUDIAN_MAIL_FROM/],
    ['a robot that is a file', { ZHUDIAN_ALERT_WEBHOOK: 'file:///etc/passwd' }, /ZHUDIAN_ALERT_WEBHOOK/],
    ['a token of three letters', { ZHUDIAN_METRICS_TOKEN: 'abc' }, /ZHUDIAN_METRICS_TOKEN/],
  ])(
    'Directus does not start with %s',
    async (_, environment, why) => {
      await refuses(environment, why);
    },
    180_000,
  );

  it("Directus does not start by a rehearsal's clock where mail is real", async () => {
    await test.database.query(`INSERT INTO zhudian_clock (ahead) VALUES (interval '3 days')`);
    await refuses({ ZHUDIAN_SMTP_HOST: 'smtp.gov.test' }, /zhudian_clock/);
    await test.database.query('DELETE FROM zhudian_clock');
  }, 180_000);

  it("names everything at once that an office's installation must not have: the demo, and a rehearsal's clock", async () => {
    await test.database.query(`INSERT INTO zhudian_clock (ahead) VALUES (interval '3 days')`);
    expect((await productionFaults(test.database)).join('\n')).toMatch(/clock of a rehearsal[^]*invented people and enterprises/);
  });
});
