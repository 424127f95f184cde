import { randomUUID } from 'node:crypto';
import type { TestStack } from '../TestStack.ts';

const NAMES = 'A B C A1 A2 B1 C1 teamA1 teamA2 teamB1 teamC1 t1 t2 t3 t4 t5 t6 jia yi bing corrected returned H1 H2 H3 H4 H5 H6'.split(' ');
/** Whoever and whatever a rehearsal speaks of, by the short name it has there. */
export const IDS: Readonly<Record<string, string>> = Object.fromEntries(NAMES.map((name) => [name, randomUUID()]));
const SHORT = new Map(Object.entries(IDS).map(([name, id]) => [id, name]));
/** The short name of an id; what has none is told as it is. */
export const shortName = (id: string): string => SHORT.get(id) ?? id;

/** Several statements as history: no alarms, rows in any state. `$name` stands for an id of the cast. */
export async function history({ database }: TestStack, sql: string): Promise<void> {
  await database.query(`BEGIN; SET LOCAL zhudian.suppress_events = 'on'; ${named(sql)}; COMMIT`);
}

/** Statements as anybody would save them. */
export async function happens({ database }: TestStack, sql: string): Promise<void> {
  await database.query(`BEGIN; ${named(sql)}; COMMIT`);
}

const named = (sql: string): string =>
  sql.replace(/\$(\w+)/g, (_, name: string) => {
    const id = IDS[name];
    if (!id) throw new Error(`nobody in the cast is called ${name}`);
    return `'${id}'`;
  });

const contact = (id: string, county: string, name: string, email: string): string =>
  `INSERT INTO contacts (id, county, name, position, phone, email, is_primary, status) VALUES (${id}, ${county}, '${name}', '科长', '13800000001', '${email}', true, 'active')`;
/** The contact that 丙县 gets in February. */
export const CONTACT_OF_C = contact('$bing', '$C', '邴联系', 'bing@c.example');

/**
 * Three counties in place of the demo's: 甲县 does what it should, 乙县 does it late, 丙县 hands in no report and evaluates nothing; its team has no addresses.
 * Everybody's address is `<name>@<county>.example`.
 */
export async function begin(test: TestStack): Promise<void> {
  await history(
    test,
    `UPDATE counties SET status = 'archived';
    UPDATE hazards SET acknowledged_at = now(), acknowledged_by = '值班室' WHERE severity = 'major' AND acknowledged_at IS NULL;
    UPDATE settings SET city_office_emails = '["shi@city.example"]';
    INSERT INTO counties (id, code, name, office, email, sort, status, date_created) VALUES
      ($A, 'A', '甲县', '甲县工信局', 'office@a.example', 1, 'active', '2025-10-01'), ($B, 'B', '乙县', '乙县工信局', 'office@b.example', 2, 'active', '2025-10-01'),
      ($C, 'C', '丙县', '丙县工信局', 'office@c.example', 3, 'active', '2025-10-01');
    ${contact('$jia', '$A', '贾联系', 'jia@a.example')}; ${contact('$yi', '$B', '易联系', 'yi@b.example')};
    INSERT INTO enterprises (id, county, name, status, date_created) VALUES ($A1, $A, '甲一<化工>', 'active', '2025-10-01'), ($A2, $A, '甲二化工', 'active', '2025-10-01'),
      ($B1, $B, '乙一化工', 'active', '2025-10-01'), ($C1, $C, '丙一化工', 'active', '2025-10-01');
    INSERT INTO inspectors (id, name, level, county, email, status) VALUES ($t1, '田一', 'city', NULL, 't1@a.example', 'active'), ($t2, '田二', 'county', $A, 't2@a.example', 'active'),
      ($t3, '田三', 'county', $B, 't3@b.example', 'active'), ($t4, '田四', 'county', $B, 't4@b.example', 'active'),
      ($t5, '田五', 'county', $C, NULL, 'active'), ($t6, '田六', 'county', $C, NULL, 'active');
    INSERT INTO teams (id, enterprise, valid_from) VALUES ($teamA1, $A1, '2025-01-01'), ($teamA2, $A2, '2025-01-01'), ($teamB1, $B1, '2025-01-01'), ($teamC1, $C1, '2025-01-01');
    INSERT INTO team_members (id, team, inspector) SELECT gen_random_uuid(), team::uuid, inspector::uuid FROM (VALUES ($teamA1, $t1), ($teamA1, $t2), ($teamA2, $t1), ($teamA2, $t2),
      ($teamB1, $t3), ($teamB1, $t4), ($teamC1, $t5), ($teamC1, $t6)) m(team, inspector);
    INSERT INTO opening_balances (id, county, as_of, city_person_visits, county_person_visits, city_enterprise_visits, county_enterprise_visits, rules_improved, reward_amount_wan,
      hazards_found, hazards_rectified, major_hazards_found, major_hazards_rectified) VALUES
      (gen_random_uuid(), $A, '2025-09-30', 120, 240, 100, 20, 31, 1.2345, 90, 80, 2, 1), (gen_random_uuid(), $B, '2025-09-30', 0, 60, 0, 30, 7, 0, 12, 12, 0, 0);
    INSERT INTO evaluations (id, county, quarter, kind, evaluated_on, findings) VALUES (gen_random_uuid(), $A, '2025-Q3', 'quarterly', '2025-09-20', '总体平稳'),
      (gen_random_uuid(), $B, '2025-Q3', 'quarterly', '2025-09-25', '总体平稳')`,
  );
}
