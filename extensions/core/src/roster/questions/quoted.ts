/** A text of a file as it stands in a message: in quotes, on one line, not too long. */
export function quoted(text: string): string {
  const line = text.replace(/\n/g, '⏎');
  return `“${line.length > 40 ? `${line.slice(0, 40)}…` : line}”`;
}
