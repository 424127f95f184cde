/** Of a folder's names those archives that are older than the newest `keep`. Anything else in the folder is not ours to delete. */
export function superfluousArchives(names: readonly string[], keep: number): string[] {
  return names
    .filter((name) => /^zhudian-\d{8}T\d{6}Z\.tar\.gz(?:\.sealed)?$/.test(name))
    .sort()
    .reverse()
    .slice(keep);
}
