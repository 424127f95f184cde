import type { FieldFault } from '../errors/FieldFault.ts';
import { reasonFaults } from '../states/stepFaults.ts';
import { isHandedIn } from './isHandedIn.ts';
import { visitWords } from './visitSteps.ts';

type Row = Readonly<Record<string, unknown>>;

/** What may change about a visit that was handed in without being a correction of it. */
const NOT_CONTENT = new Set(['status', 'return_reason', 'correction_reason', 'void_reason']);
const TIMES = new Set(['arrived_at', 'left_at']);

/** What was handed in is corrected only with a reason, which the history keeps; a step away from there is no way round. */
export function correctionFaults(visit: Row, change: Row): FieldFault[] {
  if (!isHandedIn(visit.status)) return [];
  if (Object.keys(change).every((field) => NOT_CONTENT.has(field))) return [];
  return reasonFaults(visitWords, 'correction_reason', change.correction_reason);
}

/** A visit of before may have times of another day: they are asked for when somebody writes them, moves the visit or hands it in. */
export function isAsked({ field }: FieldFault, change: Row): boolean {
  if (!TIMES.has(field)) return true;
  return 'arrived_at' in change || 'left_at' in change || 'visited_on' in change || change.status === 'submitted';
}
