import type { Stay } from './Stay.ts';
import type { Suspicion } from './Suspicion.ts';

/** Visits that took less time than eleven items need. A visit without times is not one of them. */
export function shortVisits(stays: readonly Omit<Stay, 'inspector'>[], minutes: number): Suspicion[] {
  const visits = new Map(stays.map((stay) => [stay.visit, stay]));
  return [...visits.values()].flatMap(({ visit, county, arrived, left }) => {
    const taken = Math.round((moment(left) - moment(arrived)) / 60_000);
    if (taken >= minutes) return [];
    const reason = `驻点用时 ${taken} 分钟（${arrived.slice(11)}—${left.slice(11)}），少于 ${minutes} 分钟；请核实到达和离开时间`;
    return [{ key: `short_visit:${visit}`, kind: 'short_visit', county, visit, period: null, reason } as const];
  });
}

/** The office's zone has no summer time: a difference of its times is one of moments. */
function moment(time: string): number {
  return Date.parse(`${time.replace(' ', 'T')}:00Z`);
}
