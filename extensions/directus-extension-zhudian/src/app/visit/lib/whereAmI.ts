import type { Place } from './VisitDraft.ts';

/** Milliseconds after which nobody waits any longer: a question that is not answered has no end of its own. */
const PATIENCE = 4000;

/** Where the phone is, when the person allows to know; null when not, or when it takes too long. */
export async function whereAmI(): Promise<Place | null> {
  if (!('geolocation' in navigator)) return null;
  return await new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy: Math.round(accuracy) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60_000 },
    );
  });
}
