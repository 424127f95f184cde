import { randomUUID } from 'node:crypto';
import { countyId } from '../../scripts/provision/reference/counties.ts';
import type { Api } from './Api.ts';
import { done } from './answers.ts';
import { logins } from './logins.ts';
import { signed } from './signed.ts';
import type { TestStack } from './TestStack.ts';

type Row = Record<string, unknown>;

/** Who and what the rules are tried with. */
export interface RuleWorld {
  readonly city: Api;
  readonly county: Api;
  readonly inspector: Api;
  /** An enterprise of the inspector's own, its team in force since the first of 2025: the inspector and a partner. */
  readonly enterprise: string;
  readonly people: readonly [string, string];
  readonly newEnterprise: (change?: Row) => Promise<string>;
  readonly team: (of: string, valid_from: string, valid_to?: string | null) => Row;
  /** A day of 2025 nobody has used yet. */
  readonly newDay: () => string;
  /** A visit to the enterprise by its team. */
  readonly visit: (change?: Row) => Row;
  /** One that is handed in with this save: signed by both. */
  readonly handedIn: (change?: Row) => Promise<Row>;
  /** One that the city has handed in. */
  readonly submitted: () => Promise<string>;
  /** What PostgreSQL says to a statement that comes past Directus: the constraint that refused it, or `written`. */
  readonly sql: (text: string, values?: unknown[]) => Promise<string>;
}

const LOG = '查阅作业票和台账，现场核查罐区和装置区，与车间负责人交换意见';

export async function ruleWorld(test: TestStack): Promise<RuleWorld> {
  const { city, county, inspector } = await logins(test);
  const { rows } = await test.database.query<{ id: string }>(
    `SELECT i.id FROM inspectors i LEFT JOIN directus_users u ON u.id = i."user" WHERE u.email = 'inspector@zhudian.example.org'
     UNION ALL (SELECT id FROM inspectors WHERE level = 'city' AND "user" IS NULL ORDER BY id LIMIT 1)`,
  );
  const people = [rows[0]!.id, rows[1]!.id] as const;
  const team: RuleWorld['team'] = (of, valid_from, valid_to = null) => ({
    enterprise: of,
    valid_from,
    valid_to,
    members: people.map((one) => ({ inspector: one })),
  });
  const newEnterprise = async (change: Row = {}): Promise<string> =>
    done(
      await city.send<{ id: string }>('POST', '/items/enterprises', {
        county: countyId('370811'),
        name: `规则示例化工${randomUUID().slice(0, 8)}`,
        ...change,
      }),
    ).id;
  let days = 0;
  const newDay = (): string => new Date(Date.UTC(2025, 0, 2 + days++)).toISOString().slice(0, 10);
  const enterprise = await newEnterprise();
  done(await city.send('POST', '/items/teams', team(enterprise, '2025-01-01')));
  const visit = (change: Row = {}): Row => ({
    enterprise,
    visited_on: newDay(),
    log: LOG,
    inspectors: people.map((one) => ({ inspector: one })),
    ...change,
  });
  return {
    city,
    county,
    inspector,
    enterprise,
    people,
    newEnterprise,
    team,
    newDay,
    visit,
    handedIn: async (change = {}) => visit({ status: 'submitted', inspectors: await signed(city, people), ...change }),
    submitted: async () =>
      done(await city.send<{ id: string }>('POST', '/items/visits', visit({ status: 'submitted', inspectors: await signed(city, people) }))).id,
    sql: async (text, values = []) =>
      await test.database.query(text, values).then(
        () => 'written',
        (error: unknown) => (error as { constraint?: string }).constraint ?? String(error),
      ),
  };
}
