import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod/v4';
import { endProcess } from './endProcess.ts';
import { processIdentity } from './processIdentity.ts';
import { OWNER_FILE, runningOwner } from './runningOwner.ts';
import type { Owner } from './runningOwner.ts';
import { StackError } from './StackError.ts';
import { refusalTexts } from '../texts/startTexts.ts';

const entry = z.object({ pid: z.number().int(), identity: z.string(), signal: z.enum(['SIGTERM', 'SIGINT']) });
const ledgerSchema = z.record(z.string(), entry);
const repository = resolve(import.meta.dirname, '../..');

/**
 * Which processes belong to a data folder: its owner (one start at a time) and the owner's parts. Kept on disk, so that
 * the start after a killed one ends exactly what that one left behind, and nothing else.
 */
export class ProcessLedger {
  readonly #dataDir: string;
  readonly #owner: string;
  readonly #file: string;
  #parts: z.infer<typeof ledgerSchema> = {};

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true });
    this.#dataDir = dataDir;
    this.#owner = join(dataDir, OWNER_FILE);
    this.#file = join(dataDir, 'processes.json');
  }

  /** Takes the folder for this process and ends the orphans of a killed one. Refuses while another start runs on it. */
  async take(): Promise<void> {
    const running = this.runningOwner();
    if (running !== undefined) {
      throw new StackError(refusalTexts.runsAlready(running), refusalTexts.runsAlreadyRemedy(running));
    }
    rmSync(this.#owner, { force: true });
    this.#writeOwner();
    for (const orphan of Object.values(this.#read())) await endProcess(orphan.pid, orphan.identity, orphan.signal, 15_000);
    this.#save({});
  }

  /** The pid of a live start on this folder. */
  runningOwner(): number | undefined {
    return runningOwner(this.#dataDir)?.pid;
  }

  record(name: string, pid: number, signal: 'SIGTERM' | 'SIGINT'): void {
    const identity = processIdentity(pid);
    if (identity !== undefined) this.#save({ ...this.#parts, [name]: { pid, identity, signal } });
  }

  /** Bears a full disk, which ends parts: who is left in the file is looked at by identity before anything is ended. */
  forget(name: string): void {
    try {
      this.#save(Object.fromEntries(Object.entries(this.#parts).filter(([key]) => key !== name)));
    } catch (error) {
      process.stderr.write(`✗ ${this.#file} cannot be written: ${String(error)}\n`);
    }
  }

  release(): void {
    rmSync(this.#file, { force: true });
    rmSync(this.#owner, { force: true });
  }

  #writeOwner(): void {
    const owner: Owner = { pid: process.pid, identity: processIdentity(process.pid) ?? '', repository };
    try {
      const handle = openSync(this.#owner, 'wx', 0o600);
      writeSync(handle, JSON.stringify(owner));
      closeSync(handle);
    } catch (cause) {
      throw new StackError(refusalTexts.sameMoment(), refusalTexts.sameMomentRemedy(), { cause });
    }
  }

  #read(): z.infer<typeof ledgerSchema> {
    if (!existsSync(this.#file)) return {};
    return ledgerSchema.safeParse(parseJson(readFileSync(this.#file, 'utf8'))).data ?? {};
  }

  #save(parts: z.infer<typeof ledgerSchema>): void {
    this.#parts = parts;
    writeFileSync(`${this.#file}.new`, JSON.stringify(parts), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

/** A file cut short by a crash counts as none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
