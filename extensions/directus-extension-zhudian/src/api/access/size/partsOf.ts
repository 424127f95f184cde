/** How many keys and values a nested value has; stops counting beyond `most`. */
export function partsOf(value: unknown, most: number): number {
  if (value === null || typeof value !== 'object') return 1;
  let parts = 1;
  for (const part of Object.values(value)) {
    parts += partsOf(part, most - parts);
    if (parts > most) return parts;
  }
  return parts;
}
