import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

const ROTATE_BYTES = 20 * 1024 * 1024;
const TAIL_BYTES = 16 * 1024;

/** A part's log file. The part writes to it directly, so that nothing is lost when the start itself is killed. */
export class PartLog {
  readonly file: string;
  #from = 0;

  constructor(file: string) {
    this.file = file;
  }

  /** Opens the file for appending and returns the handle; a large one is put aside as `.1` first. */
  open(): number {
    mkdirSync(dirname(this.file), { recursive: true });
    if (existsSync(this.file) && statSync(this.file).size > ROTATE_BYTES) renameSync(this.file, `${this.file}.1`);
    const handle = openSync(this.file, 'a', 0o600);
    this.#from = statSync(this.file).size;
    return handle;
  }

  /**
   * Puts a large file aside while the part goes on writing to it: copied and emptied, since the part keeps its handle (it appends, so it goes
   * on at the new beginning). What it writes in the instant between is lost.
   */
  rotate(limit = ROTATE_BYTES): void {
    if (!existsSync(this.file) || statSync(this.file).size <= limit) return;
    copyFileSync(this.file, `${this.file}.1`);
    truncateSync(this.file);
    this.#from = 0;
  }

  /** What was written since the last `open`, at most its last 16 kB. */
  sinceOpened(): string {
    if (!existsSync(this.file)) return '';
    const size = statSync(this.file).size;
    const start = Math.max(this.#from, size - TAIL_BYTES);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    const handle = openSync(this.file, 'r');
    readSync(handle, buffer, 0, buffer.length, start);
    closeSync(handle);
    return buffer.toString('utf8');
  }

  lastLines(count: number): string {
    return this.sinceOpened().trimEnd().split('\n').slice(-count).join('\n');
  }
}
