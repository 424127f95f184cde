import type { FieldFault } from '@zhudian/core/errors/FieldFault.ts';
import type { Steps } from '@zhudian/core/states/Steps.ts';
import { stepFaults, type StepWords } from '@zhudian/core/states/stepFaults.ts';
import { actorOf } from './actorOf.ts';
import type { Caller } from '../runtime/Caller.ts';

type Row = Record<string, unknown>;

/** The faults of the step a change takes a row by; none when its state stays. */
export function changeOfState(steps: Steps, words: StepWords, row: Row, change: Row, caller: Caller): FieldFault[] {
  if (typeof change.status !== 'string') return [];
  return stepFaults(steps, words, String(row.status), change.status, actorOf(caller), change);
}

/** The faults of the state a new row comes in. */
export function firstState(words: StepWords, allowed: readonly string[], status: unknown): FieldFault[] {
  if (status === undefined || allowed.includes(status as string)) return [];
  const names = allowed.map((state) => `“${words.states[state] ?? state}”`).join('或');
  return [{ field: 'status', rule: `${words.kind}.status.first`, message: `新登记时状态只能是${names}` }];
}
