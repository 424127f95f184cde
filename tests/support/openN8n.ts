import type { Stack } from '../../scripts/stack/Stack.ts';

/** One request to n8n as its editor sends them. */
export type AskN8n = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

/** Logs in to n8n's editor as its owner. */
export async function openN8n({ config, secrets }: Stack): Promise<AskN8n> {
  const { n8n } = config.urls;
  const browser = { 'content-type': 'application/json', 'browser-id': 'zhudian-tests' };
  const login = await fetch(new URL('/rest/login', n8n), {
    method: 'POST',
    headers: browser,
    body: JSON.stringify({ emailOrLdapLoginId: 'admin@zhudian.example.org', password: secrets.n8nOwnerPassword }),
  });
  const cookie = login.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async (method, path, body) => {
    const response = await fetch(new URL(path, n8n), { method, headers: { ...browser, cookie }, ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return (JSON.parse(text) as { data: Record<string, unknown> }).data;
  };
}
