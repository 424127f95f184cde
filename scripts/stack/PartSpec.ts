/** How one part of the stack is run, looked at and explained. */
export interface PartSpec {
  /** Short name: the log file's, the ledger's. */
  name: string;
  /** What people call it. */
  title: string;
  command: string;
  args: string[];
  /** The whole environment of the process; nothing of ours leaks in. */
  env: Record<string, string>;
  cwd: string;
  uid?: number | undefined;
  gid?: number | undefined;
  stopSignal: 'SIGTERM' | 'SIGINT';
  /** Milliseconds from the stop signal to SIGKILL. */
  stopPatience: number;
  /** Milliseconds until a start counts as failed. */
  startPatience: number;
  /** Done before every start (make the cluster, remove what a crash left). */
  prepare?(): Promise<void>;
  /** Rejects, or throws, while the part is not healthy. */
  probe(): Promise<void>;
  /** What to do about a failed start, from the end of the log. */
  remedy(log: string): string;
  /** Whether a failed start goes away by waiting a moment. */
  worthRetrying?(log: string): boolean;
}
