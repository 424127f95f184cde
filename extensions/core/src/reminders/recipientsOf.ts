import type { Audiences, Person } from './Digest.ts';
import type { Matter } from './Matter.ts';
import type { Audience } from './ReminderRule.ts';

/**
 * Who is written to about a matter. Where a team has nobody with an address, its county is told instead, and where a county has nobody, the city:
 * a reminder that reaches no one is not sent into the void.
 */
export function recipientsOf(
  { county, enterprise, to }: Pick<Matter, 'county' | 'enterprise'> & { readonly to: readonly Audience[] },
  audiences: Audiences,
): Person[] {
  const people = (audience: Audience): readonly Person[] => {
    if (audience === 'city') return audiences.city;
    const some = audience === 'team' ? enterprise && audiences.teams[enterprise.id] : audiences.counties[county.id];
    if (some && some.length > 0) return some;
    return people(audience === 'team' ? 'county' : 'city');
  };
  const byAddress = new Map<string, Person>();
  for (const person of to.flatMap((audience) => people(audience))) {
    const address = person.email.toLowerCase();
    if (!byAddress.has(address)) byAddress.set(address, person);
  }
  return [...byAddress.values()];
}
