import { StackError } from '../stack/StackError.ts';

/** The few calls provisioning makes to Directus's API, as its administrator. */
export interface DirectusClient {
  token: string;
  get(path: string): Promise<unknown>;
  send(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<unknown>;
}

export async function directusClient(url: string, email: string, password: string): Promise<DirectusClient> {
  const call = async (method: string, path: string, body?: unknown, token?: string): Promise<unknown> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok)
      throw new StackError(
        `Directus refused ${method} ${path}: HTTP ${answer.status} ${text.slice(0, 500)}`,
        'Its log (logs/directus-provision.log in the data folder) says more.',
      );
    return text === '' ? undefined : (JSON.parse(text) as { data?: unknown }).data;
  };
  const login = (await call('POST', '/auth/login', { email, password })) as { access_token: string };
  const token = login.access_token;
  return {
    token,
    get: async (path) => call('GET', path, undefined, token),
    send: async (method, path, body) => call(method, path, body, token),
  };
}
