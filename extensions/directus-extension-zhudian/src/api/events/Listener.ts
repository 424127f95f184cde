import { EventEmitter } from 'node:events';
import type { Runtime } from '../runtime/Runtime.ts';

/** The part of a raw `pg` connection that is used here; knex does not describe it. */
interface RawConnection extends EventEmitter {
  query(sql: string): Promise<unknown>;
  end(): Promise<void>;
}

interface RawClient {
  acquireRawConnection(): Promise<RawConnection>;
}

export type Channel = 'zhudian_outbox' | 'zhudian_mail';
const CHANNELS: readonly Channel[] = ['zhudian_outbox', 'zhudian_mail'];
const RECONNECT_AFTER = 1000;

/**
 * Hears NOTIFY on a connection of its own, outside the pool, and comes back by itself when it is lost.
 * What it emits is a hint that there is work; whoever listens also looks by themselves now and then.
 */
export class Listener extends EventEmitter<Record<Channel, []>> {
  readonly #runtime: Runtime;
  #connection: RawConnection | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(runtime: Runtime) {
    super();
    this.setMaxListeners(0);
    this.#runtime = runtime;
  }

  async start(): Promise<void> {
    if (this.#stopped) return;
    try {
      const client = this.#runtime.database.client as RawClient;
      const connection = await client.acquireRawConnection();
      this.#connection = connection;
      connection.on('notification', (message: { channel: Channel }) => this.emit(message.channel));
      connection.on('error', () => this.#lost(connection));
      connection.on('end', () => this.#lost(connection));
      for (const channel of CHANNELS) await connection.query(`LISTEN ${channel}`);
      // Whatever came while nobody listened is looked for now.
      for (const channel of CHANNELS) this.emit(channel);
    } catch (error) {
      this.#runtime.logger.warn(error, 'zhudian: cannot listen to the database yet');
      this.#lost(this.#connection);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const connection = this.#connection;
    this.#connection = undefined;
    await connection?.end().catch(() => undefined);
  }

  #lost(connection: RawConnection | undefined): void {
    if (connection !== this.#connection) return;
    this.#connection = undefined;
    void connection?.end().catch(() => undefined);
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.start(), RECONNECT_AFTER);
  }
}
