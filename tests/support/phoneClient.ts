import { Agent, request } from 'node:http';
import type { HttpClient } from '../../extensions/directus-extension-zhudian/src/app/parts/HttpClient.ts';

type Options = Parameters<HttpClient['get']>[1];

/** What the panel gives the phone's page to speak with the server, over one kept connection as a browser on a bad network has it; `timeouts` names what was never answered. */
export function phoneClient(url: string, token: string): HttpClient & { readonly close: () => void; readonly timeouts: string[] } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const timeouts: string[] = [];

  async function ask(method: string, path: string, body: unknown, { params = {}, timeout = 15_000 }: Exclude<Options, undefined> = {}) {
    const to = new URL(path, url);
    for (const [name, value] of Object.entries(params)) {
      const text = Array.isArray(value) ? value.join() : typeof value === 'string' ? value : JSON.stringify(value);
      to.searchParams.set(name, text);
    }
    const form = body instanceof FormData ? new Response(body) : null;
    const type = form?.headers.get('content-type') ?? 'application/json';
    const bytes = form ? Buffer.from(await form.arrayBuffer()) : body === undefined ? null : Buffer.from(JSON.stringify(body));
    const headers = { authorization: `Bearer ${token}`, ...(bytes ? { 'content-type': type, 'content-length': bytes.length } : {}) };
    const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const asked = request(to, { method, agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => void chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          clearTimeout(late);
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
        });
      });
      const late = setTimeout(() => {
        timeouts.push(`${method} ${path}`);
        asked.destroy(new Error('timeout'));
      }, timeout);
      asked.on('error', (error) => {
        clearTimeout(late);
        reject(error);
      });
      asked.end(bytes ?? undefined);
    });
    const data = (text === '' ? {} : JSON.parse(text)) as { data: unknown };
    if (status >= 400) throw Object.assign(new Error(`${method} ${path}: ${status}`), { response: { status, data } });
    return { data };
  }

  return {
    get: (path, options) => ask('GET', path, undefined, options),
    post: (path, body, options) => ask('POST', path, body, options),
    patch: (path, body, options) => ask('PATCH', path, body, options),
    delete: (path, options) => ask('DELETE', path, undefined, options),
    close: () => agent.destroy(),
    timeouts,
  };
}
