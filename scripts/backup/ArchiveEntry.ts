/** One thing that goes into an archive. A folder's name ends with a slash; its content is empty. */
export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>;
}
