import { validateEvaluation } from '@zhudian/core/evaluations/validateEvaluation.ts';
import { reasonFaults, type StepWords } from '@zhudian/core/states/stepFaults.ts';
import { voidFaults } from '@zhudian/core/states/voidFaults.ts';
import { isBlank } from '@zhudian/core/text/isBlank.ts';
import { throwFaults } from '../errors/fieldFaults.ts';
import type { Caller } from '../runtime/Caller.ts';
import type { Payload } from '../runtime/Payload.ts';
import type { Row } from '../runtime/Row.ts';
import { standing } from '../runtime/standing.ts';
import { periodBounds } from '../settings/periodBounds.ts';

const DAYS = ['evaluated_on', 'reply_due', 'replied_on'] as const;
/** Evaluations and inspections have no states: one that says why it is void is void. */
const WORDS: StepWords = { kind: 'evaluation', states: {}, reasons: { void_reason: '作废原因' } };

/** Checks an evaluation as it would stand after a save. */
export async function checkEvaluation(change: Payload, keys: readonly string[], { database }: Caller): Promise<void> {
  const rows: Partial<Row<'evaluations', (typeof DAYS)[number]>>[] = keys.length === 0 ? [{}] : await standing('evaluations', DAYS, keys, database);
  if (!isBlank(change.void_reason)) throwFaults('evaluations', reasonFaults(WORDS, 'void_reason', change.void_reason));
  const days = await periodBounds(database);
  for (const row of rows) {
    throwFaults('evaluations', isBlank(row.void_reason) ? [] : voidFaults(WORDS, '评估（督查）', { status: 'void' }, change));
    throwFaults('evaluations', validateEvaluation({ kind: 'quarterly', ...row, ...change }, row.quarter, days));
  }
}
