import type { Stack } from '../../scripts/stack/Stack.ts';

/** One request to n8n as its editor sends them. */
export type AskN8n = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

const browser = { 'content-type': 'application/json', 'browser-id': 'zhudian-tests' };

/** Logs in to n8n's editor as its owner. */
export async function openN8n(stack: Stack): Promise<AskN8n> {
  const { n8n } = stack.config.urls;
  const cookie = await n8nCookie(stack);
  return async (method, path, body) => {
    const response = await fetch(new URL(path, n8n), { method, headers: { ...browser, cookie }, ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return (JSON.parse(text) as { data: Record<string, unknown> }).data;
  };
}

/** The cookie that n8n gives its owner. */
export async function n8nCookie({ config, secrets }: Stack): Promise<string> {
  const { n8n } = config.urls;
  const login = await fetch(new URL('/rest/login', n8n), {
    method: 'POST',
    headers: browser,
    body: JSON.stringify({ emailOrLdapLoginId: 'admin@zhudian.example.org', password: secrets.n8nOwnerPassword }),
  });
  return login.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
