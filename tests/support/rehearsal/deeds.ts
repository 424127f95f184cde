import { randomUUID } from 'node:crypto';

const PEOPLE: Readonly<Record<string, readonly [string, string]>> = { A: ['$t1', '$t2'], B: ['$t3', '$t4'], C: ['$t5', '$t6'] };

interface Visit {
  readonly id?: string;
  readonly status?: string;
  /** When it was handed in, or sent back. */
  readonly at?: string;
  readonly figures?: Readonly<Record<string, number | string>>;
}

/** A visit by two of the enterprise's team. */
export function visited(enterprise: string, day: string, { id = `'${randomUUID()}'`, status = 'submitted', at, figures = {} }: Visit = {}): string {
  const [first, second] = PEOPLE[enterprise.charAt(0)] ?? ['', ''];
  const extra = Object.entries(figures);
  return `INSERT INTO visits (id, enterprise, visited_on, status, submitted_at${extra.map(([key]) => `, ${key}`).join('')})
      VALUES (${id}, $${enterprise}, '${day}', '${status}', '${at ?? `${day}T18:00:00+08:00`}'${extra.map(([, value]) => `, ${value}`).join('')});
    INSERT INTO visit_inspectors (id, visit, inspector) VALUES (gen_random_uuid(), ${id}, ${first}), (gen_random_uuid(), ${id}, ${second})`;
}

/** A hazard of no visit; without a deadline nothing is said of how it is put right. */
export function found(id: string, enterprise: string, day: string, deadline: string | null): string {
  const plan = deadline === null ? 'NULL, NULL, NULL' : `'${deadline}', '更换并重新校验', '王厂长'`;
  return `INSERT INTO hazards (id, enterprise, severity, status, title, description, place, found_on, deadline, measures, responsible_person)
   VALUES ($${id}, $${enterprise}, 'general', 'open', '可燃气体报警器失效 ${id}', '罐区东侧两台可燃气体报警器校验标签已过期', '罐区东侧', '${day}', ${plan})`;
}

export const rectified = (id: string, day: string): string =>
  `UPDATE hazards SET status = 'rectified', rectified_on = '${day}', rectification = '已更换并重新校验合格' WHERE id = $${id}`;

export const evaluated = (county: string, quarter: string, day: string): string =>
  `INSERT INTO evaluations (id, county, quarter, kind, evaluated_on, findings) VALUES (gen_random_uuid(), $${county}, '${quarter}', 'quarterly', '${day}', '总体平稳')`;
