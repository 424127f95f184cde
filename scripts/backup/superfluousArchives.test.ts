import { expect, it } from 'vitest';
import { archiveName } from './archiveName.ts';
import { superfluousArchives } from './superfluousArchives.ts';

it('keeps the newest archives and everything that is none', () => {
  const day = (date: number, sealed = false) => archiveName(new Date(Date.UTC(2026, 10, date, 2)), sealed);
  const names = [day(3), 'zhudian.txt', day(1), `${day(9)}.part`, day(4, true), day(2)];
  expect(superfluousArchives(names, 2)).toEqual([day(2), day(1)]);
  expect(superfluousArchives(names, 14)).toEqual([]);
});
