import type { Login } from './knowLogin.ts';

/** Whether what was handed out under a role opens nothing any more: its owner is gone, suspended, or has another role by now. */
export function isEnded(role: string | null, login: Login | undefined): boolean {
  return login?.status !== 'active' || login.role !== (role ?? null);
}
