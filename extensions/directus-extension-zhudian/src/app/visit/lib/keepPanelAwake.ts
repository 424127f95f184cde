/** Less than the five minutes without a movement after which the panel thinks that nobody is there. */
const STIR = 4 * 60_000;

/**
 * Keeps the panel from taking the camera, or four minutes of reading without a touch, for an absence. On coming back from one it asks the
 * server who is logged in and, without a network, throws the person out to the login page. The panel listens at the document (its
 * `idle.ts`); a capturing listener at the window always comes before that, whichever was there first.
 *
 * @returns lets go again
 */
export function keepPanelAwake(): () => void {
  let hidden = false;
  const hide = (event: Event): void => {
    // Of what was hidden before this page was there, the panel hears the end too: it has to begin refreshing again.
    if (document.visibilityState === 'visible' && !hidden) return;
    hidden = document.visibilityState === 'hidden';
    event.stopPropagation();
  };
  const timer = setInterval(() => document.dispatchEvent(new Event('pointermove')), STIR);
  window.addEventListener('visibilitychange', hide, { capture: true });
  return () => {
    clearInterval(timer);
    window.removeEventListener('visibilitychange', hide, { capture: true });
  };
}
