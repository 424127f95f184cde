import type { Token } from './Token.ts';

/** What tags are looked up in, the innermost first. */
export type Scopes = readonly unknown[];

/** The value of a tag: the innermost scope that has it; `.` is the line itself; null when there is none. */
export function lookUp(name: string, scopes: Scopes): unknown {
  if (name === '.') return scopes[0] ?? null;
  const holder = scopes.find((scope): scope is Record<string, unknown> => typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name));
  return holder?.[name] ?? null;
}

/** The scopes in which what is between `{#name}` and `{/name}` stands: one for each line of a list, the same for what is there, none for what is not. */
export function sectionScopes(name: string, inverted: boolean, scopes: Scopes): Scopes[] {
  const value = lookUp(name, scopes);
  const empty = value === null || value === false || value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
  if (inverted) return empty ? [scopes] : [];
  if (empty) return [];
  return Array.isArray(value) ? value.map((line: unknown) => [line, ...scopes]) : [scopes];
}

/** The text of a cell whose sections begin and end in it. What is missing is blank. */
export function printTokens(tokens: readonly Token[], scopes: Scopes): string {
  let text = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'text') text += token.text;
    // Whatever it is, `cleanData` has seen to how it reads.
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    else if (token?.kind === 'value') text += String(lookUp(token.name, scopes) ?? '');
    else if (token?.kind === 'open' || token?.kind === 'inverted') {
      const end = closing(tokens, at);
      const inner = tokens.slice(at + 1, end);
      text += sectionScopes(token.name, token.kind === 'inverted', scopes)
        .map((scope) => printTokens(inner, scope))
        .join('');
      at = end;
    }
  }
  return text;
}

function closing(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const kind = tokens[at]?.kind;
    if (kind === 'open' || kind === 'inverted') depth += 1;
    else if (kind === 'close') depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}
