/** Where Directus keeps whether its navigation is closed (11.17: `useNavBarStore`), and below which width it lies over the page. */
const KEY = 'nav-bar-collapsed';
const OVER_THE_PAGE = '(max-width: 57.6rem)';

/**
 * Closes the navigation when the panel is opened on a narrow screen: open, as Directus has it, it lies over the form that a mail's link has led to
 * until somebody goes to another page.
 */
export function closeNavigationOnPhone(page: Pick<Window, 'localStorage' | 'dispatchEvent' | 'matchMedia'>): void {
  const { localStorage: storage } = page;
  if (!page.matchMedia(OVER_THE_PAGE).matches) return;
  storage.setItem(KEY, 'true');
  // The panel that is open already listens for what other tabs keep.
  page.dispatchEvent(new StorageEvent('storage', { key: KEY, oldValue: 'false', newValue: 'true', storageArea: storage }));
}
