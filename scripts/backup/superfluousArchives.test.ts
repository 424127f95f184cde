import { expect, it } from 'vitest';
import { archiveName } from './archiveName.ts';
import { superfluousArchives } from './superfluousArchives.ts';

const day = (date: number, sealed = false) => archiveName(new Date(Date.UTC(2026, 10, date, 2)), sealed);

it('keeps the newest archives and everything that is none', () => {
  const names = [day(3), 'zhudian.txt', day(1), `${day(9)}.part`, day(4, true), day(2)];
  expect(superfluousArchives(names, day(4, true), 2)).toEqual({ superfluous: [day(2), day(1)], ahead: [] });
  expect(superfluousArchives(names, day(4, true), 14)).toEqual({ superfluous: [], ahead: [] });
  expect(superfluousArchives(names, day(4, true))).toEqual({ superfluous: [], ahead: [] });
});

it('never drops the archive just made, however many are dated in the future, and names those', () => {
  const names = [day(1), day(2), day(3), day(20), day(21)];
  expect(superfluousArchives(names, day(3), 2)).toEqual({ superfluous: [day(1)], ahead: [day(21), day(20)] });
});
