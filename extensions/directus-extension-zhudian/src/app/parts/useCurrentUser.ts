import { useStores } from '@directus/extensions-sdk';

/** Whoever is logged in, as the panel knows them. */
export interface CurrentUser {
  readonly id: string;
  readonly email: string | null;
  readonly role: { readonly id: string } | null;
  /** Null while the password is one that somebody else set. */
  readonly password_chosen_at?: string | null;
}

interface Stores {
  readonly useUserStore: () => { readonly currentUser: CurrentUser | null; readonly isAdmin: boolean; readonly hydrate: () => Promise<void> };
}

/** Whoever is logged in, and whether they administer Directus; `refresh` lets the panel read them anew. */
export function useCurrentUser(): { readonly user: CurrentUser | null; readonly isAdmin: boolean; readonly refresh: () => Promise<void> } {
  const { currentUser, isAdmin, hydrate } = (useStores() as unknown as Stores).useUserStore();
  return { user: currentUser, isAdmin, refresh: hydrate };
}
