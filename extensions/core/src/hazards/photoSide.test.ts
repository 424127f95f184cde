import { expect, it } from 'vitest';
import { MOST_PHOTOS, photoSide } from './photoSide.ts';

/** Bytes of a square JPEG of nothing but noise at quality 75, measured: 0.575 for each pixel. Nothing that a camera takes is larger. */
const worst = (side: number): number => side * side * 0.6;

it('leaves a mail under what it takes, whatever is on the photos and however many they are', () => {
  for (let count = 1; count <= MOST_PHOTOS; count += 1) expect(count * worst(photoSide(count)), String(count)).toBeLessThan(18 * 1024 * 1024);
  expect(photoSide(4)).toBe(1280);
  expect(photoSide(30)).toBe(800);
});
