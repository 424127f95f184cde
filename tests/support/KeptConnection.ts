import { Agent, request } from 'node:http';

export interface KeptAnswer {
  readonly status: number;
  readonly text: string;
}

/** One connection that is kept for the next request, as browsers and proxies keep theirs; a new one only where the server has closed it. */
export class KeptConnection {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Sends the whole body whatever is answered meanwhile; fails when nothing is answered for 20 seconds. */
  async send(method: string, path: string, headers: Readonly<Record<string, string>> = {}, body?: Uint8Array): Promise<KeptAnswer> {
    const length = body ? { 'content-length': String(body.length) } : {};
    return await new Promise((resolve, reject) => {
      const asked = request(new URL(path, this.#url), { method, agent: this.#agent, headers: { ...headers, ...length } });
      const late = setTimeout(() => asked.destroy(new Error(`${method} ${path} was not answered within 20 s`)), 20_000);
      asked.on('error', (error) => {
        clearTimeout(late);
        reject(error);
      });
      asked.on('response', (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => void chunks.push(chunk));
        answer.on('end', () => {
          clearTimeout(late);
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
        });
      });
      asked.end(body);
    });
  }

  /** A form with a file, as the bytes a browser sends. */
  async sendForm(method: string, path: string, headers: Readonly<Record<string, string>>, form: FormData): Promise<KeptAnswer> {
    const whole = new Response(form);
    const type = whole.headers.get('content-type') ?? '';
    return await this.send(method, path, { ...headers, 'content-type': type }, new Uint8Array(await whole.arrayBuffer()));
  }

  close(): void {
    this.#agent.destroy();
  }
}
