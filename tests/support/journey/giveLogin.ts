import { roles } from '../../../schema/roles.ts';
import { done } from '../answers.ts';
import { newLogin } from '../newLogin.ts';
import type { TestStack } from '../TestStack.ts';
import type { Login } from './Person.ts';

/** Gives an inspector of the register a log-in of their own, as the administrator does: the account first, then its link. They have chosen a password. */
export async function giveLogin(test: Pick<TestStack, 'stack' | 'admin'>, inspector: string): Promise<Login> {
  const { admin } = test;
  const { name } = done(await admin.send<{ name: string }>('GET', `/items/inspectors/${inspector}?fields=name`));
  const { id, email, password } = await newLogin(test, {
    email: `inspector-${inspector.slice(0, 8)}@zhudian.example.org`,
    last_name: name.slice(0, 1),
    first_name: name.slice(1),
    role: roles.inspector.id,
    language: 'zh-CN',
  });
  done(await admin.send('PATCH', `/items/inspectors/${inspector}`, { user: id }));
  return { email, password };
}
