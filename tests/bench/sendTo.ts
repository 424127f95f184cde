/** One request as a person who is logged in; the answer's data and how long it took, in milliseconds. */
export interface Answered {
  readonly data: unknown;
  readonly milliseconds: number;
}

/** @throws with the server's words on anything but success: what was refused was not measured. */
export async function sendTo(url: string, token: string, method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<Answered> {
  const form = body instanceof FormData;
  const before = performance.now();
  const response = await fetch(new URL(path, url), {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body === undefined || form ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const milliseconds = performance.now() - before;
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 2000)}`);
  return { data: (JSON.parse(text) as { data: unknown }).data, milliseconds };
}
