import type { Suspicion } from './Suspicion.ts';

/** A text of a visit. Two with the same fingerprint differ in spaces and punctuation at most. */
export interface VisitText {
  readonly visit: string;
  readonly county: string;
  readonly enterprise: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly field: 'log' | 'problem';
  readonly fingerprint: string;
}

const LABELS = { log: '驻点监督任务开展情况', problem: '存在问题描述' } as const;

/**
 * Visits of one county whose log, or whose description of a problem, is word for word that of others.
 *
 * @param least from how many visits on
 */
export function sameTexts(texts: readonly VisitText[], least: number): Suspicion[] {
  const groups = Map.groupBy(texts, ({ county, field, fingerprint }) => `${county} ${field} ${fingerprint}`);
  return [...groups.values()].flatMap((group) => {
    const visits = [...new Map(group.map((text) => [text.visit, text])).values()].sort(
      (a, b) => b.day.localeCompare(a.day) || a.visit.localeCompare(b.visit),
    );
    if (visits.length < Math.max(2, least)) return [];
    return visits.map((one): Suspicion => {
      const other = visits.find(({ visit }) => visit !== one.visit) as VisitText;
      return {
        key: `same_text:${one.field}:${one.visit}:${one.fingerprint}`,
        kind: 'same_text',
        county: one.county,
        visit: one.visit,
        period: null,
        reason: `“${LABELS[one.field]}”与另外 ${visits.length - 1} 条驻点记录文字相同，如 ${other.day} ${other.enterprise}；请核实是否照抄`,
      };
    });
  });
}
