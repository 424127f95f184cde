import type { Ports } from './Ports.ts';

/** Where one stack lives and listens. Made by `readStackConfig`. */
export interface StackConfig {
  /** The checkout, absolute. */
  repository: string;
  /** Everything the stack writes, absolute: postgres/, uploads/, n8n/, mail/, secrets.json, logs/. */
  dataDir: string;
  ports: Ports;
  urls: { directus: string; n8n: string; mail: string };
  /** Login of the administrator, in the panel and in n8n. */
  adminEmail: string;
  /** What links in mails begin with. */
  publicUrl: string;
  /** Where n8n reaches Directus. */
  automationUrl: string;
  /** Whether the invented demo data and the logins per role are loaded. */
  demo: boolean;
  /** Whether an office works with it: what belongs to trying out is refused. */
  production: boolean;
  /** Whether an office's backup is tried out: its data may be an office's, and nothing leaves this machine. */
  drill: boolean;
  /**
   * For tests alone: PostgreSQL hands what it writes to the kernel and does not wait for the disk. A process that is killed loses nothing by it, a machine
   * that loses its power would; no test claims anything about that.
   */
  unsynced?: boolean;
  /** What Directus takes for its reverse proxy; `false`: there is none. */
  trustedProxy: string;
  /** The environment's own `ZHUDIAN_*` settings, handed on to Directus (mail relay, times). */
  handedOn: Record<string, string>;
}
