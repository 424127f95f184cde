const ARCHIVE = /^zhudian-\d{8}T\d{6}Z\.tar\.gz(?:\.sealed)?$/;

export interface SuperfluousArchives {
  /** Older than the newest `keep`, the one just made among these. */
  readonly superfluous: string[];
  /** Dated later than the one just made: the clock once ran ahead. Neither counted nor deleted, since nobody knows how old they are. */
  readonly ahead: string[];
}

/**
 * Of a folder's names the archives that may go, and those whose date is wrong. Anything else in the folder is not ours to delete.
 *
 * @param made the name of the archive just made: whatever the dates of the others, it stays
 */
export function superfluousArchives(names: readonly string[], made: string, keep = Infinity): SuperfluousArchives {
  const newestFirst = names
    .filter((name) => ARCHIVE.test(name))
    .sort()
    .reverse();
  return {
    superfluous: newestFirst.filter((name) => name <= made).slice(keep),
    ahead: newestFirst.filter((name) => name > made),
  };
}
