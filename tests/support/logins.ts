import type { RoleKey } from '../../schema/roles.ts';
import { Api } from './Api.ts';
import type { TestStack } from './TestStack.ts';

/** Everybody who may come: the demo's log-ins, the automation with its token, and a stranger. */
export type Caller = RoleKey | 'stranger';

/** One way in for each of them. */
export async function logins({ stack }: Pick<TestStack, 'stack'>): Promise<Readonly<Record<Caller, Api>>> {
  const { config, secrets } = stack;
  const login = (role: 'city' | 'county' | 'inspector' | 'auditor'): Promise<Api> =>
    Api.login(config.urls.directus, `${role}@zhudian.example.org`, secrets.demoPasswords[role]);
  return {
    city: await login('city'),
    county: await login('county'),
    inspector: await login('inspector'),
    auditor: await login('auditor'),
    automation: new Api(config.urls.directus, secrets.automationToken),
    stranger: new Api(config.urls.directus, null),
  };
}
