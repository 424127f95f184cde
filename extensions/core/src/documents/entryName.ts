/**
 * A file's name inside an archive: `<folder>/<file>`, with a number where the name is taken already. Both come from `documentFilename`, so
 * nothing in them climbs out of the folder.
 */
export function entryName(folder: string, file: string, taken: ReadonlySet<string>): string {
  const dot = file.lastIndexOf('.');
  const name = (number: number): string => `${folder}/${number === 1 ? file : `${file.slice(0, dot)}（${number}）${file.slice(dot)}`}`;
  let number = 1;
  while (taken.has(name(number))) number += 1;
  return name(number);
}
