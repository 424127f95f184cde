import type { Finding } from './Finding.ts';

/** Shows findings to a person: what is well, what somebody has to look at, what is wrong and what to do about it. */
export function printFindings(findings: readonly Finding[]): void {
  for (const { check, ok, detail, remedy } of findings) {
    const mark = !ok ? '✗' : remedy === undefined ? '✓' : '!';
    console.log(`${mark} ${check}: ${detail}${remedy === undefined ? '' : `\n  → ${remedy}`}`);
  }
}
