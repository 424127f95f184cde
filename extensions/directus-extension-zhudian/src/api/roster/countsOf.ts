import type { RosterPlan } from '@zhudian/core/roster/planRoster.ts';

interface Counts {
  readonly enterprises: number;
  readonly inspectors: number;
  readonly teams: number;
}

/** How many rows of each kind an import writes, and leaves as they are. */
export interface ImportCounts {
  readonly created: Counts;
  readonly changed: Counts;
  readonly unchanged: Counts;
}

/** Counts what a plan does. A team that takes another's place is a change. */
export function countsOf(plan: RosterPlan): ImportCounts {
  const replaced = plan.newTeams.filter(({ replaces }) => replaces !== null).length;
  return {
    created: { enterprises: plan.newEnterprises.length, inspectors: plan.newInspectors.length, teams: plan.newTeams.length - replaced },
    changed: { enterprises: plan.changedEnterprises.length, inspectors: plan.changedInspectors.length, teams: replaced },
    unchanged: plan.kept,
  };
}
