/** The local ports of one stack; all on 127.0.0.1, so that several stacks run side by side. */
export interface Ports {
  /** n8n's broker for its task runners. */
  broker: number;
  directus: number;
  n8n: number;
  /** The mail catcher's web page and `GET /email`. */
  mail: number;
  smtp: number;
  postgres: number;
}
