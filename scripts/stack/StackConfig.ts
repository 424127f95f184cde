import type { Ports } from './Ports.ts';

/** Where one stack lives and listens. Made by `readStackConfig`. */
export interface StackConfig {
  /** The checkout, absolute. */
  repository: string;
  /** Everything the stack writes, absolute: postgres/, uploads/, n8n/, mail/, secrets.json, logs/. */
  dataDir: string;
  ports: Ports;
  urls: { directus: string; n8n: string; mail: string };
  /** What links in mails begin with. */
  publicUrl: string;
  /** Whether the invented demo data and the logins per role are loaded. */
  demo: boolean;
  /** The environment's own `ZHUDIAN_*` settings, handed on to Directus (mail relay, times). */
  handedOn: Record<string, string>;
}
