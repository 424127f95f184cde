/** A backup under way writes all the time. */
const DEAD_AFTER = 60 * 60 * 1000;

/** Of a folder's files the drafts of archives that nobody writes any more: a backup that was killed leaves one of full size every night. */
export function deadDrafts(files: readonly { readonly name: string; readonly changed: Date | undefined }[], now: Date): string[] {
  return files
    .filter(({ name }) => /^zhudian-\d{8}T\d{6}Z\.tar\.gz(?:\.sealed)?\.part$/.test(name))
    .filter(({ changed }) => changed !== undefined && now.getTime() - changed.getTime() > DEAD_AFTER)
    .map(({ name }) => name);
}
