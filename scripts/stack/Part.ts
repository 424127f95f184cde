import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PartLog } from './PartLog.ts';
import type { PartSpec } from './PartSpec.ts';
import type { ProcessLedger } from './ProcessLedger.ts';
import { StackError } from './StackError.ts';
import { refusalTexts } from '../texts/startTexts.ts';

type State = 'stopped' | 'starting' | 'running' | 'stopping';
const PROBE_PAUSE = 100;

/** One process of the stack: started, watched, stopped, killed and started again. */
export class Part {
  readonly spec: PartSpec;
  readonly log: PartLog;
  readonly #ledger: ProcessLedger;
  #child: ChildProcess | undefined;
  #exited: Promise<void> = Promise.resolve();
  #state: State = 'stopped';
  #added: Readonly<Record<string, string>> = {};
  #startedAt = new Date(0);
  #retired = false;
  /** Called when the part ends by itself, or is killed from outside, after it was healthy. */
  onDeath: ((reason: string) => void) | undefined;

  constructor(spec: PartSpec, dataDir: string, ledger: ProcessLedger) {
    this.spec = spec;
    this.log = new PartLog(join(dataDir, 'logs', `${spec.name}.log`));
    this.#ledger = ledger;
  }

  get state(): State {
    return this.#state;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** What the last start added to its environment. */
  get added(): Readonly<Record<string, string>> {
    return this.#added;
  }

  /** When the process was last started. */
  get startedAt(): Date {
    return this.#startedAt;
  }

  /** Starts the part and resolves once it is healthy. `env` adds to its environment for this run. */
  async start(env: Record<string, string> = {}): Promise<void> {
    if (this.#retired || this.#state !== 'stopped') throw new Error(`${this.spec.title} is ${this.#retired ? 'retired' : this.#state}.`);
    this.#state = 'starting';
    try {
      await this.spec.prepare?.();
      for (let attempt = 1; ; attempt += 1) {
        this.#spawn(env);
        const fault = await this.#untilHealthy();
        if (fault === undefined) break;
        await this.#end('SIGKILL', 0);
        if (attempt < 10 && this.spec.worthRetrying?.(this.log.sinceOpened())) await sleep(1_000);
        else throw this.#explain(fault);
      }
      this.#state = 'running';
    } catch (error) {
      this.#state = 'stopped';
      throw error;
    }
  }

  /** Stops politely, then by force after the part's patience. Does nothing when it does not run. */
  async stop(): Promise<void> {
    await this.#end(this.spec.stopSignal, this.spec.stopPatience);
  }

  /** Stops for good: a start under way gives up, and none can follow. */
  async retire(): Promise<void> {
    this.#retired = true;
    this.onDeath = undefined;
    await this.stop();
  }

  /** SIGKILL, as a crash would; with everything the part has started. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL', 0);
  }

  async restart(env: Record<string, string> = {}): Promise<void> {
    await this.stop();
    await this.start(env);
  }

  /** Sends any signal and stays out of what follows: SIGSTOP and SIGCONT make a part that hangs; SIGKILL a sudden death. */
  signal(signal: NodeJS.Signals): void {
    const pid = this.#child?.pid;
    if (pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, signal);
    } catch {
      // Already gone: there is nobody to tell.
    }
  }

  async healthy(): Promise<boolean> {
    return this.spec.probe().then(
      () => true,
      () => false,
    );
  }

  #spawn(env: Record<string, string>): void {
    if (this.#retired) throw new Error(`${this.spec.title} is retired.`);
    mkdirSync(this.spec.cwd, { recursive: true });
    const output = this.log.open();
    this.#added = env;
    this.#startedAt = new Date();
    const child = spawn(this.spec.command, this.spec.args, {
      cwd: this.spec.cwd,
      env: { ...this.spec.env, ...env },
      // A group of its own: Ctrl-C in the terminal reaches only the start, which stops the parts in order.
      detached: process.platform !== 'win32',
      stdio: ['ignore', output, output],
      ...(this.spec.uid === undefined ? {} : { uid: this.spec.uid, gid: this.spec.gid }),
    });
    closeSync(output);
    this.#child = child;
    if (child.pid !== undefined) this.#ledger.record(this.spec.name, child.pid, this.spec.stopSignal);
    this.#exited = new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    });
    child.once('exit', (code, signal) => this.#onExit(child, signal ?? `exit code ${code ?? '?'}`));
    child.once('error', (error) => this.#onExit(child, error.message));
  }

  #onExit(child: ChildProcess, reason: string): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#ledger.forget(this.spec.name);
    if (this.#state !== 'running') return;
    this.#state = 'stopped';
    this.onDeath?.(reason);
  }

  /** Undefined when healthy; otherwise what went wrong. */
  async #untilHealthy(): Promise<string | undefined> {
    let last: unknown;
    for (const end = Date.now() + this.spec.startPatience; Date.now() < end;) {
      if (this.#child === undefined) return refusalTexts.endedStarting();
      try {
        await this.spec.probe();
        // What answered must be ours: a process that has just died of a taken port leaves the other one answering.
        if (this.pid !== undefined) return undefined;
      } catch (error) {
        last = error;
      }
      await Promise.race([sleep(PROBE_PAUSE), this.#exited]);
    }
    return refusalTexts.notHealthy(this.spec.startPatience / 1000, last instanceof Error ? last.message : undefined);
  }

  async #end(signal: NodeJS.Signals, patience: number): Promise<void> {
    const child = this.#child;
    if (child === undefined) {
      this.#state = 'stopped';
      return;
    }
    this.#state = 'stopping';
    this.signal(signal);
    if (patience > 0 && !(await Promise.race([this.#exited.then(() => true), sleep(patience, false, { ref: false })]))) this.signal('SIGKILL');
    await this.#exited;
    this.#state = 'stopped';
  }

  #explain(fault: string): StackError {
    return new StackError(
      refusalTexts.partFailed(this.spec.title, fault, this.log.file, this.log.lastLines(15).replace(/^/gm, '    ')),
      this.spec.remedy(this.log.sinceOpened()),
    );
  }
}
