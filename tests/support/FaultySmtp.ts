import { SMTPServer } from 'smtp-server';

/**
 * How the relay behaves towards the next messages.
 *
 * - `accept`: 250 after DATA.
 * - `defer` / `reject`: 451 / 554 after DATA.
 * - `hang`: takes the message and never answers.
 * - `close_after_data`: takes the message for good, then closes without an answer.
 * - `shut_down`: takes the message for good, then says 421 as a relay that is being stopped.
 * - `cut`: closes while the message comes in, and takes nothing.
 * - `slow`: takes the message and answers 250 three seconds later.
 * - `refuse_sender`: 421 at MAIL FROM.
 */
export type SmtpMood = 'accept' | 'defer' | 'reject' | 'hang' | 'close_after_data' | 'shut_down' | 'cut' | 'slow' | 'refuse_sender';

/** A message the relay took: what the city office would find in its mailbox. */
export interface TakenMail {
  readonly messageId: string;
  readonly key: string;
  readonly raw: string;
  readonly recipients: readonly string[];
  readonly mood: SmtpMood;
}

interface Connection {
  readonly session: { readonly id: string };
  readonly _socket: { destroy(): void };
}

/** A real SMTP server whose moods a test sets; it keeps every message it saw whole. */
export class FaultySmtp {
  readonly taken: TakenMail[] = [];
  mood: SmtpMood = 'accept';
  /** Mailboxes there are none of: 550 at RCPT TO. */
  readonly unknown = new Set<string>();
  /** Mailboxes that take nothing for now: 452 at RCPT TO. */
  readonly full = new Set<string>();
  readonly #port: number;
  readonly #keep: (raw: string) => string;
  #server: SMTPServer | undefined;

  /** @param keep what is kept of a message's bytes: all, or less where thousands come in */
  constructor(port: number, keep: (raw: string) => string = (raw) => raw) {
    this.#port = port;
    this.#keep = keep;
  }

  async listen(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      size: 40 * 1024 * 1024,
      closeTimeout: 100,
      // It would be asked before each greeting, with a time-out of its own.
      disableReverseLookup: true,
      onMailFrom: (_address, _session, callback) => {
        if (this.mood === 'refuse_sender') callback(fault(421, 'too busy'));
        else callback();
      },
      onRcptTo: ({ address }, _session, callback) => {
        if (this.unknown.has(address)) callback(fault(550, 'no such user'));
        else if (this.full.has(address)) callback(fault(452, 'mailbox full'));
        else callback();
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        const hangUp = (): void => {
          for (const connection of server.connections as unknown as Set<Connection>) {
            if (connection.session.id === session.id) connection._socket.destroy();
          }
        };
        stream.on('data', (chunk: Buffer) => (this.mood === 'cut' ? hangUp() : chunks.push(chunk)));
        stream.on('end', () => {
          const { mood } = this;
          if (mood === 'cut') return hangUp();
          const raw = Buffer.concat(chunks).toString('utf8');
          if (mood === 'defer') return callback(fault(451, 'try again later'));
          if (mood === 'reject') return callback(fault(554, 'rejected by policy'));
          this.taken.push({
            raw: this.#keep(raw),
            mood,
            messageId: header(raw, 'Message-ID'),
            key: header(raw, 'X-Zhudian-Key'),
            recipients: session.envelope.rcptTo.map((recipient) => recipient.address),
          });
          if (mood === 'hang') return;
          if (mood === 'close_after_data') return hangUp();
          if (mood === 'shut_down') return callback(fault(421, 'shutting down'));
          if (mood === 'slow') return void setTimeout(callback, 3000);
          callback();
        });
      },
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    server.on('error', () => undefined);
    this.#server = server;
  }

  /** Nobody answers at the port any more. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()));
  }

  /** As it began: it answers, takes what comes, and has taken nothing yet. */
  async setBack(): Promise<void> {
    this.mood = 'accept';
    this.unknown.clear();
    this.full.clear();
    this.taken.length = 0;
    if (!this.#server) await this.listen();
  }

  /** The messages taken under a key. */
  of(key: string): TakenMail[] {
    return this.taken.filter((mail) => mail.key === key);
  }
}

function fault(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function header(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(head)?.[1]?.trim() ?? '';
}
