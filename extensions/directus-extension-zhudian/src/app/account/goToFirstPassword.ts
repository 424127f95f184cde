const PAGE = '/zhudian/first-password';

/**
 * Leads whoever still has the password that somebody gave them to the page where they choose their own, wherever in the panel they were going to:
 * everything else refuses them.
 *
 * @param user whoever has logged in, with what the panel has read of them
 */
export function goToFirstPassword(page: { readonly location: Pick<Location, 'pathname' | 'replace'> }, user: unknown): void {
  const chosen = (user as { password_chosen_at?: string | null } | null)?.password_chosen_at;
  const panel = /^.*?\/admin(?=\/|$)/.exec(page.location.pathname)?.[0];
  if (chosen !== null || panel === undefined || page.location.pathname === panel + PAGE) return;
  page.location.replace(panel + PAGE);
}
