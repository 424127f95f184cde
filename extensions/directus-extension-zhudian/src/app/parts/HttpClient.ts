interface Options {
  readonly params?: Record<string, unknown>;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** The part of Directus's API client that is used here. */
export interface HttpClient {
  get: (path: string, options?: Options) => Promise<{ data: { data: unknown } }>;
  post: (path: string, body: unknown, options?: Options) => Promise<{ data: { data: unknown } }>;
  patch: (path: string, body: unknown, options?: Options) => Promise<{ data: { data: unknown } }>;
  delete: (path: string, options?: Options) => Promise<unknown>;
}
