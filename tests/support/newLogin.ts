import { randomBytes } from 'node:crypto';
import { done } from './answers.ts';
import { Api } from './Api.ts';
import type { TestStack } from './TestStack.ts';

/** A password that nobody guesses. */
export const newPassword = (): string => `Aa1-${randomBytes(12).toString('base64url')}`;

export interface NewLogin {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly api: Api;
}

/**
 * A login that the administrator makes and whose owner has come once and chosen a password of their own.
 *
 * @param user the row of the login, but for its password
 */
export async function newLogin(
  { stack, admin }: Pick<TestStack, 'stack' | 'admin'>,
  user: Readonly<Record<string, unknown>> & { readonly email: string; readonly role: string },
  password = newPassword(),
): Promise<NewLogin> {
  const { directus } = stack.config.urls;
  const given = newPassword();
  const { id } = done(await admin.send<{ id: string }>('POST', '/users', { ...user, password: given, status: 'active' }));
  const first = await Api.login(directus, user.email, given);
  done(await first.send('PATCH', '/users/me', { password }));
  return { id, email: user.email, password, api: await Api.login(directus, user.email, password) };
}
