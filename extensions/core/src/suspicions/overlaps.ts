import type { Stay } from './Stay.ts';
import type { Suspicion } from './Suspicion.ts';

/** Visits during which one of the people was at another enterprise as well. Coming to one in the minute of leaving another is no overlap. */
export function overlaps(stays: readonly Stay[]): Suspicion[] {
  const found = new Map<string, Suspicion>();
  for (const theirs of Map.groupBy(stays, ({ inspector }) => inspector.id).values()) {
    const inOrder = [...theirs].sort((a, b) => a.arrived.localeCompare(b.arrived));
    inOrder.forEach((one, index) => {
      for (let next = index + 1; next < inOrder.length; next += 1) {
        const other = inOrder[next] as Stay;
        if (other.arrived >= one.left) break;
        if (other.visit === one.visit || other.enterprise.id === one.enterprise.id || other.left <= other.arrived) continue;
        for (const mark of [suspicion(one, other), suspicion(other, one)]) found.set(mark.key, mark);
      }
    });
  }
  return [...found.values()];
}

function suspicion(one: Stay, other: Stay): Suspicion {
  const time = ({ arrived, left }: Stay): string => `${arrived.slice(11)}—${left.slice(11)}`;
  return {
    key: `overlap:${one.visit}:${other.visit}:${one.inspector.id}`,
    kind: 'overlap',
    county: one.county,
    visit: one.visit,
    period: null,
    reason: `${one.inspector.name} ${one.arrived.slice(0, 10)} ${time(one)} 在本企业，同时 ${time(other)} 又登记在 ${other.enterprise.name}；请核实到场人员和时间`,
  };
}
