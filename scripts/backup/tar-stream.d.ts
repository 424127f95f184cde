/** What is used of tar-stream, which brings no types. */
declare module 'tar-stream' {
  import type { Readable, Writable } from 'node:stream';

  export interface Headers {
    name: string;
    size?: number;
    mode?: number;
    type?: 'file' | 'directory' | 'link' | 'symlink' | null;
  }

  export interface Entry extends Readable {
    readonly header: Headers;
  }

  export interface Pack extends Readable {
    entry(header: Headers, content?: string): Writable;
    finalize(): void;
  }

  const tar: { pack(): Pack; extract(): Writable & AsyncIterable<Entry> };
  export default tar;
}
