/** What the server said about a request that failed; null when it said nothing. */
export function serverWords(error: unknown): string | null {
  const { response } = error as { response?: { data?: { errors?: { message: string }[] } } };
  return response?.data?.errors?.map(({ message }) => message).join('\n') ?? null;
}
