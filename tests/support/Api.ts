/** One entry of Directus's `errors`. */
export interface ApiError {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly field?: string; readonly validation_message?: string; readonly rule?: string };
}

export interface ApiAnswer<T = unknown> {
  readonly status: number;
  readonly data: T;
  readonly errors: readonly ApiError[];
}

/** Directus's REST as one caller sees it. */
export class Api {
  readonly #url: string;
  readonly #token: string | null;

  constructor(url: string, token: string | null) {
    this.#url = url;
    this.#token = token;
  }

  get #authorization(): Record<string, string> {
    return this.#token ? { authorization: `Bearer ${this.#token}` } : {};
  }

  static async login(url: string, email: string, password: string): Promise<Api> {
    const { status, data, errors } = await new Api(url, null).send<{ access_token: string }>('POST', '/auth/login', { email, password });
    if (status !== 200) throw new Error(`log-in of ${email}: ${JSON.stringify(errors)}`);
    return new Api(url, data.access_token);
  }

  /** The same caller at another instance. */
  at(url: string): Api {
    return new Api(url, this.#token);
  }

  async send<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<ApiAnswer<T>> {
    const response = await fetch(new URL(path, this.#url), {
      method,
      headers: { 'content-type': 'application/json', ...this.#authorization },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = (text.startsWith('{') ? JSON.parse(text) : {}) as { data?: T; errors?: ApiError[] };
    return { status: response.status, data: answer.data as T, errors: answer.errors ?? [] };
  }

  /** Uploads a file and gives its id. */
  async upload(bytes: Uint8Array, name: string, type: string): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(bytes)], { type }), name);
    const response = await fetch(new URL('/files', this.#url), { method: 'POST', headers: this.#authorization, body: form });
    if (!response.ok) throw new Error(`upload of ${name}: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { data: { id: string } }).data.id;
  }

  /** Sends a file as the multipart field `file`, with fields beside it. */
  async sendFile(path: string, bytes: Uint8Array, name: string, fields: Readonly<Record<string, string>>): Promise<ApiAnswer> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([Uint8Array.from(bytes)]), name);
    const response = await fetch(new URL(path, this.#url), { method: 'POST', headers: this.#authorization, body: form });
    const answer = (await response.json()) as { data?: unknown; errors?: ApiError[] };
    return { status: response.status, data: answer.data, errors: answer.errors ?? [] };
  }

  async download(path: string): Promise<Buffer> {
    const response = await fetch(new URL(path, this.#url), { headers: this.#authorization });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** What a path answers, as it is. */
  async raw(path: string): Promise<{ status: number; text: string }> {
    const response = await fetch(new URL(path, this.#url), { headers: this.#authorization });
    return { status: response.status, text: await response.text() };
  }

  async graphql(query: string, system = false): Promise<{ data: Record<string, unknown> | null; errors: readonly ApiError[] }> {
    const response = await fetch(new URL(system ? '/graphql/system' : '/graphql', this.#url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#authorization },
      body: JSON.stringify({ query }),
    });
    const answer = (await response.json()) as { data?: Record<string, unknown> | null; errors?: ApiError[] };
    return { data: answer.data ?? null, errors: answer.errors ?? [] };
  }
}
