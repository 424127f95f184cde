import { done } from './answers.ts';
import type { RuleWorld } from './ruleWorld.ts';
import type { TestStack } from './TestStack.ts';

/** Gives an enterprise a team with somebody of another county, as teams of before the rule have; resolves with its members. */
export async function teamOfBefore(test: Pick<TestStack, 'database'>, world: RuleWorld, enterprise: string, stranger: string): Promise<string[]> {
  const [stays, goes] = world.people;
  const members = [stays, goes].map((inspector) => ({ inspector }));
  const { id } = done(await world.city.send<{ id: string }>('POST', '/items/teams', { enterprise, valid_from: '2025-01-01', members }));
  await test.database.query('ALTER TABLE team_members DISABLE TRIGGER team_members_county');
  await test.database.query('UPDATE team_members SET inspector = $3 WHERE team = $1 AND inspector = $2', [id, goes, stranger]);
  await test.database.query('ALTER TABLE team_members ENABLE TRIGGER team_members_county');
  return [stays, stranger];
}
