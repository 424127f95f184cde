import { readFileSync } from 'node:fs';

/**
 * Linux's own account of a process, from field 3 of proc(5) on: 0 is its state, 11 and 12 its processor time in ticks (its own and the system's
 * for it), 19 its start. Throws when no such process runs.
 */
export function processFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command in brackets may hold blanks and brackets itself: count from the last one.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
