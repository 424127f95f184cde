import { Api } from '../Api.ts';
import type { TestStack } from '../TestStack.ts';
import { waitFor } from '../waitFor.ts';
import { mails, type ReadMail } from './mails.ts';
import { passTime } from './passTime.ts';

/**
 * The calendar's own work of today, turned by hand: what is due goes out by n8n. A day on which no office works is waited for to end.
 *
 * @returns the mails of that round
 */
export async function turnReminders(test: TestStack): Promise<ReadMail[]> {
  const automation = new Api(test.stack.config.urls.directus, test.stack.secrets.automationToken);
  const before = new Set(await mails(test));
  for (let days = 0; days < 12; days += 1) {
    const { data, errors } = await automation.send<{ event: string | null }>('POST', '/zhudian/reminders/turn');
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    if (data.event) {
      await waitFor(`${data.event} is told`, async () => {
        const { rows } = await test.database.query<{ open: string }>(
          `SELECT (SELECT count(*) FROM outbox WHERE key = $1 AND done_at IS NULL) + (SELECT count(*) FROM deliveries WHERE status <> 'sent') AS open`,
          [data.event],
        );
        return rows[0]?.open === '0';
      });
      return (await mails(test)).filter((mail) => !before.has(mail));
    }
    await passTime(test, { days: 1 });
  }
  throw new Error('nothing was due within twelve days');
}
