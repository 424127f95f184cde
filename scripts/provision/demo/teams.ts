import type { Row } from '../insertRows.ts';
import { seedId } from '../seedId.ts';
import { monthStart, plusDays } from './days.ts';
import type { DemoEnterprise } from './enterprises.ts';
import type { DemoInspector } from './inspectors.ts';
import type { Random } from './Random.ts';

export interface DemoTeam {
  readonly id: string;
  readonly enterprise: DemoEnterprise;
  readonly from: string;
  readonly to: string | null;
  readonly members: readonly DemoInspector[];
}

/** Two people for each enterprise; some teams changed half-way, so that old visits show the people they had. */
export function makeTeams(enterprises: readonly DemoEnterprise[], inspectors: readonly DemoInspector[], today: string, random: Random): DemoTeam[] {
  const city = inspectors.filter((one) => one.level === 'city');
  const start = monthStart(today, 6);
  const change = plusDays(monthStart(today, 1), 14);
  return enterprises.flatMap((enterprise, index) => {
    const local = inspectors.filter((one) => one.countyCode === enterprise.countyCode);
    const first = index % 3 === 1 ? (local[1] ?? local[0]) : local[0];
    const partner = local[1] && index % 3 === 2 ? local[1] : city[index % city.length];
    if (!first || !partner) throw new Error(`no pair for ${enterprise.id}`);
    const team = (part: number, from: string, to: string | null, members: DemoInspector[]): DemoTeam => ({
      id: seedId('demo', 'team', enterprise.id, part),
      enterprise,
      from,
      to,
      members,
    });
    const other = city[(index + 3) % city.length];
    if (!random.chance(0.12) || !other || other === partner) return [team(0, start, null, [first, partner])];
    return [team(0, start, plusDays(change, -1), [first, other]), team(1, change, null, [first, partner])];
  });
}

export function teamRows(teams: readonly DemoTeam[]): Row[] {
  return teams.map(({ id, enterprise, from, to }) => ({ id, enterprise: enterprise.id, valid_from: from, valid_to: to }));
}

export function memberRows(teams: readonly DemoTeam[]): Row[] {
  return teams.flatMap((team) =>
    team.members.map((member, index) => ({
      id: seedId('demo', 'member', team.id, member.id),
      team: team.id,
      inspector: member.id,
      is_lead: index === 0,
    })),
  );
}
