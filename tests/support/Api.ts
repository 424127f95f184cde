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

/** Directus's access tokens are good for a quarter of an hour; a file of tests may take longer. */
const RENEW_AFTER = 10 * 60_000;

/** Directus's REST as one caller sees it. */
export class Api {
  readonly #url: string;
  readonly #renew: (() => Promise<string>) | undefined;
  #token: string | null;
  #since = Date.now();

  /** @param renew logs in again */
  constructor(url: string, token: string | null, renew?: () => Promise<string>) {
    this.#url = url;
    this.#token = token;
    this.#renew = renew;
  }

  static async login(url: string, email: string, password: string): Promise<Api> {
    const enter = async (): Promise<string> => {
      const { status, data, errors } = await new Api(url, null).send<{ access_token: string }>('POST', '/auth/login', { email, password });
      if (status !== 200) throw new Error(`log-in of ${email}: ${JSON.stringify(errors)}`);
      return data.access_token;
    };
    return new Api(url, await enter(), enter);
  }

  /** The same caller at another instance. */
  at(url: string): Api {
    const there = new Api(url, this.#token, this.#renew);
    there.#since = this.#since;
    return there;
  }

  async #fetch(path: string, init: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string | FormData } = {}) {
    if (this.#renew && Date.now() - this.#since > RENEW_AFTER) {
      this.#token = await this.#renew();
      this.#since = Date.now();
    }
    return await fetch(new URL(path, this.#url), {
      ...init,
      headers: { ...init.headers, ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}) },
    });
  }

  async send<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<ApiAnswer<T>> {
    const response = await this.#fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
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
    const response = await this.#fetch('/files', { method: 'POST', body: form });
    if (!response.ok) throw new Error(`upload of ${name}: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { data: { id: string } }).data.id;
  }

  /** Sends a file as the multipart field `file`, with fields beside it. */
  async sendFile(path: string, bytes: Uint8Array, name: string, fields: Readonly<Record<string, string>>): Promise<ApiAnswer> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([Uint8Array.from(bytes)]), name);
    return await this.sendForm(path, form);
  }

  /** Puts other bytes under the key of a file. */
  async patchFile(path: string, bytes: Uint8Array, name: string): Promise<ApiAnswer> {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(bytes)]), name);
    return await this.sendForm(path, form, 'PATCH');
  }

  async sendForm(path: string, form: FormData, method = 'POST'): Promise<ApiAnswer> {
    const response = await this.#fetch(path, { method, body: form });
    const answer = (await response.json()) as { data?: unknown; errors?: ApiError[] };
    return { status: response.status, data: answer.data, errors: answer.errors ?? [] };
  }

  async download(path: string): Promise<Buffer> {
    const response = await this.#fetch(path);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** Any request, and what it is answered with as it is. */
  async ask({
    method,
    path,
    body,
  }: {
    readonly method: string;
    readonly path: string;
    readonly body?: unknown;
  }): Promise<{ status: number; text: string }> {
    const headers = { 'content-type': 'application/json' };
    const response = await this.#fetch(path, { method, headers, ...(body === undefined || method === 'GET' ? {} : { body: JSON.stringify(body) }) });
    return { status: response.status, text: await response.text() };
  }

  /** What a path answers, as it is. */
  async raw(path: string): Promise<{ status: number; text: string }> {
    const response = await this.#fetch(path);
    return { status: response.status, text: await response.text() };
  }

  async graphql(query: string, system = false): Promise<{ data: Record<string, unknown> | null; errors: readonly ApiError[] }> {
    const response = await this.#fetch(system ? '/graphql/system' : '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const answer = (await response.json()) as { data?: Record<string, unknown> | null; errors?: ApiError[] };
    return { data: answer.data ?? null, errors: answer.errors ?? [] };
  }
}
