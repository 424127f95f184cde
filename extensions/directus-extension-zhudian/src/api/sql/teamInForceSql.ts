/** Whether a team is in force on a day: a column, a function or a binding. `zhudian_team_on` has the same rule, for one enterprise. */
export const teamInForceSql = (team: string, day: string): string =>
  `${team}.valid_from <= ${day} AND (${team}.valid_to IS NULL OR ${team}.valid_to >= ${day})`;
