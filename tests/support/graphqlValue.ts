/** A value as GraphQL writes it. */
export function graphqlValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(graphqlValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${graphqlValue(inner)}`)
    .join(', ')} }`;
}
