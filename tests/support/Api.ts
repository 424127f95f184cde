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

  static async login(url: string, email: string, password: string): Promise<Api> {
    const { status, data, errors } = await new Api(url, null).send<{ access_token: string }>('POST', '/auth/login', { email, password });
    if (status !== 200) throw new Error(`log-in of ${email}: ${JSON.stringify(errors)}`);
    return new Api(url, data.access_token);
  }

  async send<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<ApiAnswer<T>> {
    const response = await fetch(new URL(path, this.#url), {
      method,
      headers: { 'content-type': 'application/json', ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = (text.startsWith('{') ? JSON.parse(text) : {}) as { data?: T; errors?: ApiError[] };
    return { status: response.status, data: answer.data as T, errors: answer.errors ?? [] };
  }
}
