import type { FieldFault } from '../errors/FieldFault.ts';
import { isBlank } from '../text/isBlank.ts';
import { plainTextFault } from '../text/plainTextFault.ts';
import { isReason } from './isReason.ts';
import type { Actor, Steps } from './Steps.ts';

/** The words of a kind of record. */
export interface StepWords {
  /** Names the rules: `visit`. */
  readonly kind: string;
  readonly states: Readonly<Record<string, string>>;
  /** The fields that give reasons, with their names. */
  readonly reasons: Readonly<Record<string, string>>;
}

/**
 * What is wrong with a change of state; empty when it may be made, or when there is none.
 *
 * @param change what is sent with the step: a reason has to be given anew each time
 */
export function stepFaults(
  steps: Steps,
  words: StepWords,
  from: string,
  to: string,
  actor: Actor,
  change: Readonly<Record<string, unknown>>,
): FieldFault[] {
  if (from === to) return [];
  const step = steps[from]?.[to];
  const [before, after] = [words.states[from] ?? from, words.states[to] ?? to];
  if (!step) {
    const possible = Object.keys(steps[from] ?? {}).map((state) => `“${words.states[state] ?? state}”`);
    const remedy = possible.length > 0 ? `只能改为${possible.join('、')}` : '不能再改变';
    return [{ field: 'status', rule: `${words.kind}.status.step`, message: `状态不能从“${before}”改为“${after}”：${remedy}` }];
  }
  if (actor !== 'administrator' && !step.by.includes(actor)) {
    return [{ field: 'status', rule: `${words.kind}.status.actor`, message: `您的角色不能把状态从“${before}”改为“${after}”；请联系有权限的管理员` }];
  }
  return step.reason ? reasonFaults(words, step.reason, change[step.reason]) : [];
}

/** A reason that is asked for: given, readable, and more than a word. */
export function reasonFaults({ kind, reasons }: StepWords, field: string, value: unknown): FieldFault[] {
  const label = reasons[field] ?? field;
  if (isBlank(value) || typeof value !== 'string') return [{ field, rule: `${kind}.${field}.required`, message: `请填写${label}` }];
  const plain = plainTextFault(value, label, 2000);
  if (plain) return [{ field, rule: `${kind}.${field}.plain`, message: plain }];
  if (isReason(value)) return [];
  return [{ field, rule: `${kind}.${field}.short`, message: `${label}“${value.trim()}”过于简单；请写明需要改什么、为什么` }];
}
