/** Why something failed, in words: fetch hides the reason in `cause`; refused connections to two addresses come as an aggregate without a message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
