import { expect, it } from 'vitest';
import { validatePicture } from './validatePicture.ts';

it.each([
  ['image/jpeg', 1, null],
  ['image/png', 512, null],
  ['image/webp', 512, null],
  ['image/heic', 512, '只能放照片'],
  ['application/pdf', 512, '只能放照片'],
  [null, 512, '只能放照片'],
  ['image/jpeg', null, '没有传完'],
  ['image/jpeg', 0, '没有传完'],
])('a file of type %s with %s bytes is told: %s', (type, filesize, message) => {
  const faults = validatePicture('file', { type, filesize });
  if (message === null) expect(faults).toEqual([]);
  else expect(faults).toEqual([{ field: 'file', rule: 'photo.picture', message: expect.stringContaining(message) as string }]);
});
