/** Where Directus keeps whether its right-hand sidebar is closed (11.17: `useSidebarStore`), and that it was closed for this person once. */
const KEY = 'sidebar-collapsed';
const CLOSED_ONCE = 'zhudian-sidebar-closed-once';

/**
 * Closes the right-hand sidebar the first time somebody logs in with this browser: open, as Directus has it, it takes a third of a laptop's
 * page, and holds only notes and shares. Whoever opens it again finds it open.
 */
export function closeSidebarAtFirst(page: Pick<Window, 'localStorage' | 'dispatchEvent'>): void {
  const { localStorage: storage } = page;
  if (storage.getItem(CLOSED_ONCE) !== null) return;
  storage.setItem(CLOSED_ONCE, 'true');
  storage.setItem(KEY, 'true');
  // The panel that is open already listens for what other tabs keep.
  page.dispatchEvent(new StorageEvent('storage', { key: KEY, oldValue: 'false', newValue: 'true', storageArea: storage }));
}
