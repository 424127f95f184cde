import { processFields } from '../../scripts/stack/processFields.ts';

/** USER_HZ of every Linux that Node runs on. */
const TICKS_A_SECOND = 100;

/** Milliseconds of processor time that a process has used since this call, whenever asked; NaN where the system keeps no such account. */
export function processorTime(pid: number | undefined): () => number {
  const used = (): number => {
    try {
      const fields = processFields(pid ?? 0);
      return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
    } catch {
      return Number.NaN;
    }
  };
  const before = used();
  return () => used() - before;
}
