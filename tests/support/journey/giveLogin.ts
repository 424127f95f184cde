import { randomBytes } from 'node:crypto';
import { roles } from '../../../schema/roles.ts';
import { done } from '../answers.ts';
import type { TestStack } from '../TestStack.ts';
import type { Login } from './Person.ts';

/** Gives an inspector of the register a log-in of their own, as the administrator does: the account first, then its link. */
export async function giveLogin({ admin }: TestStack, inspector: string): Promise<Login> {
  const { name } = done(await admin.send<{ name: string }>('GET', `/items/inspectors/${inspector}?fields=name`));
  const login = { email: `inspector-${inspector.slice(0, 8)}@zhudian.example.org`, password: `Aa1-${randomBytes(12).toString('base64url')}` };
  const user = done(
    await admin.send<{ id: string }>('POST', '/users', {
      ...login,
      last_name: name.slice(0, 1),
      first_name: name.slice(1),
      role: roles.inspector.id,
      language: 'zh-CN',
      status: 'active',
    }),
  );
  done(await admin.send('PATCH', `/items/inspectors/${inspector}`, { user: user.id }));
  return login;
}
