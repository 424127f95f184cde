import type { Knex } from 'knex';
import { expect, it } from 'vitest';
import { readSettings } from './Settings.ts';

/** One row is all that `readSettings` asks of a database. */
const holding = (row: Record<string, unknown> | undefined): Knex => (() => ({ first: async () => Promise.resolve(row) })) as unknown as Knex;

it('goes on with what can be used when an address or a contact was mistyped', async () => {
  const settings = await readSettings(
    holding({
      city_office_emails: ['office@city.example', 'nobody'],
      handover_seconds: -1,
      escalation_plan: [
        { name: '值班', email: 'x' },
        { name: '主任', email: 'head@city.example', after_minutes: '5' },
      ],
    }),
  );
  expect(settings.city_office_emails).toEqual(['office@city.example']);
  expect(settings.handover_seconds).toBe(30);
  expect(settings.escalation_plan).toEqual([{ name: '主任', email: 'head@city.example', after_minutes: 5 }]);
});

it.each([undefined, {}, { city_office_emails: [] }, { city_office_emails: ['nobody'] }])(
  'says what is missing when nobody could be told: %j',
  async (row) => {
    await expect(readSettings(holding(row))).rejects.toThrow(/重大隐患直报邮箱/);
  },
);
