import { isInBounds } from '@zhudian/core/places/locationFault.ts';
import type { Place } from './VisitDraft.ts';

/** Milliseconds after which nobody waits any longer: a question that is not answered has no end of its own. */
const PATIENCE = 4000;

/** Where the phone is, when the person allows to know; null when not, or when it takes too long. */
export async function whereAmI(): Promise<Place | null> {
  if (!('geolocation' in navigator)) return null;
  return await new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE);
    navigator.geolocation.getCurrentPosition(
      // A phone that says it is in the sea does not know.
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve(isInBounds(longitude, latitude) ? { latitude, longitude, accuracy: Math.round(accuracy) } : null),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60_000 },
    );
  });
}
