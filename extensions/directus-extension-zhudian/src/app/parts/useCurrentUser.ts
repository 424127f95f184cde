import { useStores } from '@directus/extensions-sdk';

/** Whoever is logged in, as the panel knows them. */
export interface CurrentUser {
  readonly id: string;
  readonly role: { readonly id: string } | null;
}

interface Stores {
  readonly useUserStore: () => { readonly currentUser: CurrentUser | null; readonly isAdmin: boolean };
}

/** Whoever is logged in, and whether they administer Directus. */
export function useCurrentUser(): { readonly user: CurrentUser | null; readonly isAdmin: boolean } {
  const { currentUser, isAdmin } = (useStores() as unknown as Stores).useUserStore();
  return { user: currentUser, isAdmin };
}
