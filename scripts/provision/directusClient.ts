import { StackError } from '../stack/StackError.ts';
import { refusalTexts } from '../texts/startTexts.ts';

/** The few calls made to Directus's API in somebody's name. */
export interface DirectusClient {
  token: string;
  get(path: string): Promise<unknown>;
  send(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<unknown>;
}

export function directusClient(url: string, token: string): DirectusClient {
  return {
    token,
    get: async (path) => call(url, 'GET', path, undefined, token),
    send: async (method, path, body) => call(url, method, path, body, token),
  };
}

/** The same for one who logs in. */
export async function logIn(url: string, email: string, password: string): Promise<DirectusClient> {
  const { access_token } = (await call(url, 'POST', '/auth/login', { email, password })) as { access_token: string };
  return directusClient(url, access_token);
}

async function call(url: string, method: string, path: string, body?: unknown, token?: string): Promise<unknown> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok)
    throw new StackError(
      refusalTexts.directusRefused(method, path, `HTTP ${answer.status} ${text.slice(0, 500)}`),
      refusalTexts.directusRefusedRemedy(),
    );
  return text === '' ? undefined : (JSON.parse(text) as { data?: unknown }).data;
}
