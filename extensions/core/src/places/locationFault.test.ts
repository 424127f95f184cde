import { expect, it } from 'vitest';
import { isInBounds, locationFault } from './locationFault.ts';

const at = (...coordinates: unknown[]): unknown => ({ type: 'Point', coordinates });

it('a point of the country is a place, as an object and as JSON; none is as good', () => {
  for (const value of [null, undefined, at(116.587, 35.415), at(73, 3), at(136, 54), JSON.stringify(at(116.587, 35.415))])
    expect([value, locationFault(value)]).toEqual([value, null]);
});

it('what is no point is refused: other shapes, more than a point, numbers that are none', () => {
  const odd = ['北门', '', 7, true, [], {}, [116, 35], at(), at(116), at(116, 35, 40), at('116', '35'), at(Number.NaN, 35), at(null, 35)];
  const more = { type: 'Point', coordinates: [116, 35], properties: { note: 'x'.repeat(1000) } };
  const line = { type: 'LineString', coordinates: [116, 35] };
  for (const value of [...odd, more, line]) expect([value, locationFault(value)]).toEqual([value, expect.stringContaining('GeoJSON Point')]);
});

it('a point elsewhere is refused with its numbers, latitude and longitude exchanged above all', () => {
  expect(locationFault(at(35.415, 116.587))).toContain('经度 35.415，纬度 116.587');
  for (const [longitude, latitude] of [
    [0, 0],
    [72.9, 35],
    [136.1, 35],
    [116, 2.9],
    [116, 54.1],
    [-116, 35],
  ] as const)
    expect([longitude, latitude, isInBounds(longitude, latitude), locationFault(at(longitude, latitude))]).toEqual([
      longitude,
      latitude,
      false,
      expect.stringContaining('不在国内'),
    ]);
});
