interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly sanitizedQuery?: { readonly fields?: readonly string[] | null };
}

/** What the panel reads before it draws a page: the data model, its own settings and words, rows of the person's own. */
const PANEL = [
  ...['/server/info', '/settings', '/translations', '/extensions', '/collections', '/fields', '/relations'],
  ...['/permissions/me', '/roles/me', '/policies/me/globals', '/presets', '/notifications', '/flows', '/dashboards', '/panels'],
];
/** Log-in and log-out, another password by mail; the panel's scripts. */
const COMING_AND_GOING = [/^\/auth(\/|$)/, /^\/extensions\/sources\//, /^\/server\/ping$/];
/** Where an office asks for a second factor of everybody, the panel asks for it before it shows a page. */
const SECOND_FACTOR = /^\/users\/me\/tfa\/(generate|enable)$/;
/** Fields of the row itself, and of a role or a picture what the panel shows of it: nothing that lies behind them. */
const PLAIN_FIELD = /^(\*|\w+|(role|avatar|project_logo|public_\w+|panels)\.(\*|\w+))$/;

/** Doors whose answers a stranger gets as well. */
const STRANGERS = [/^\/assets\/[0-9a-f-]{36}(\/|$)/, /^\/zhudian\/health$/, /^\/zhudian\/acknowledge\//];

/** How somebody whose password was given passes a door: as themselves, like a stranger, or not at all. */
export function firstDoor(request: Asked, user: string): 'open' | 'stranger' | 'shut' {
  const { method, body } = request;
  const path = request.path.replace(/(?<=.)\/$/, '');
  if (STRANGERS.some((door) => door.test(path))) return 'stranger';
  if (COMING_AND_GOING.some((door) => door.test(path))) return 'open';
  if (!(request.sanitizedQuery?.fields ?? []).every((field) => PLAIN_FIELD.test(field))) return 'shut';
  const own = path === '/users/me' || path === `/users/${user}`;
  if (method === 'GET' && (own || PANEL.includes(path))) return 'open';
  if (method === 'POST') return SECOND_FACTOR.test(path) ? 'open' : 'shut';
  if (method !== 'PATCH') return 'shut';
  return path === '/users/me/track/page' || (own && isPassword(body)) ? 'open' : 'shut';
}

/** A change of the password and of nothing else. */
function isPassword(body: unknown): boolean {
  return body !== null && typeof body === 'object' && Object.keys(body).join() === 'password';
}
