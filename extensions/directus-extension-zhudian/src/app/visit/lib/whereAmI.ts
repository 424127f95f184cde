import type { Place } from './VisitDraft.ts';

/** Where the phone is, when the person allows to know; null when not, or when it takes too long. */
export async function whereAmI(): Promise<Place | null> {
  if (!('geolocation' in navigator)) return null;
  return await new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy: Math.round(accuracy) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 8000, maximumAge: 60_000 },
    );
  });
}
