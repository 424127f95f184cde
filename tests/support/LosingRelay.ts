import { createServer, connect, type Server, type Socket } from 'node:net';

const REQUEST = /^(GET|POST|PATCH|DELETE) (\S+) HTTP\/1\.1\r\n/;

/** A network between a phone and the server that loses the answer to one request: the server has it whole, and the phone's connection is gone. */
export class LosingRelay {
  /** The requests that came, in their order, since the last `begin`. */
  requests: string[] = [];
  #lost: number | null = null;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(to: number) {
    this.#server = createServer((phone) => this.#join(phone, connect(to, '127.0.0.1')));
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  /** @param lost which of the following requests goes unanswered, counted from 0; null for none */
  begin(lost: number | null): void {
    this.requests = [];
    this.#lost = lost;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(phone: Socket, server: Socket): void {
    let number = -1;
    for (const socket of [phone, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        phone.destroy();
        server.destroy();
      });
    }
    phone.on('data', (chunk) => {
      const line = REQUEST.exec(chunk.toString('latin1', 0, 2000));
      if (line) number = this.requests.push(`${line[1] ?? ''} ${(line[2] ?? '').split('?')[0] ?? ''}`) - 1;
      if (!server.write(chunk)) {
        phone.pause();
        server.once('drain', () => phone.resume());
      }
    });
    server.on('data', (chunk) => {
      if (number === this.#lost) phone.destroy();
      else phone.write(chunk);
    });
  }
}
