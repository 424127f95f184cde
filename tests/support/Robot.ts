import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A group's robot as WeCom and DingTalk have them, on this machine. */
export class Robot {
  /** The messages it took. */
  readonly said: string[] = [];
  /** How many of the next messages it refuses, as DingTalk does: HTTP 200 with a code. */
  refusals = 0;
  readonly #server = createServer((request, response) => {
    void text(request).then((body) => {
      if (this.refusals > 0) {
        this.refusals -= 1;
        response.end(JSON.stringify({ errcode: 310000, errmsg: 'keywords not in content' }));
        return;
      }
      this.said.push((JSON.parse(body) as { text: { content: string } }).text.content);
      response.end(JSON.stringify({ errcode: 0, errmsg: 'ok' }));
    });
  });

  /** Known once it listens. */
  get webhook(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/send?key=the-key-to-the-group`;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  close(): void {
    this.#server.close();
  }
}
