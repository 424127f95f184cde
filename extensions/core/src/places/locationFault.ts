/** The bounds of what is a place here: the country, in degrees of WGS 84. */
const LONGITUDE = [73, 136] as const;
const LATITUDE = [3, 54] as const;

/** Whether a point lies where an enterprise can be. */
export function isInBounds(longitude: number, latitude: number): boolean {
  return longitude >= LONGITUDE[0] && longitude <= LONGITUDE[1] && latitude >= LATITUDE[0] && latitude <= LATITUDE[1];
}

/**
 * What keeps a value from being a place on the map; null for a place, and for none.
 *
 * @param value a GeoJSON point (RFC 7946: longitude, then latitude), as the map of a form and a phone send it; or its JSON
 */
export function locationFault(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const point = typeof value === 'string' ? parsed(value) : value;
  if (!isPoint(point)) return '位置须是地图上的一个点（GeoJSON Point，[经度, 纬度]）；请在地图上重新选择，不填也可以';
  const [longitude, latitude] = point.coordinates;
  if (isInBounds(longitude, latitude)) return null;
  return `位置（经度 ${longitude}，纬度 ${latitude}）不在国内（经度 ${LONGITUDE.join('–')}，纬度 ${LATITUDE.join('–')}）；请核对经纬度是否写反，并在地图上重新选择`;
}

interface Point {
  readonly coordinates: readonly [number, number];
}

function isPoint(value: unknown): value is Point {
  if (typeof value !== 'object' || value === null) return false;
  const { type, coordinates, ...rest } = value as Record<string, unknown>;
  if (type !== 'Point' || Object.keys(rest).length > 0 || !Array.isArray(coordinates) || coordinates.length !== 2) return false;
  return coordinates.every((one) => typeof one === 'number' && Number.isFinite(one));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
