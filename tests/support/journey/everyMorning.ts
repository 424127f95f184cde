import { done } from '../answers.ts';
import { Api } from '../Api.ts';
import { quiet } from '../rehearsal/quiet.ts';
import type { TestStack } from '../TestStack.ts';
import { passUntil } from './passUntil.ts';

/** Lets the mornings of some days come, and has the calendar's work done in each: reminders, evaluations, drafts and compilations. */
export async function everyMorning(test: TestStack, days: readonly string[]): Promise<void> {
  const automation = new Api(test.stack.config.urls.directus, test.stack.secrets.automationToken);
  for (const day of days) {
    await passUntil(test, `${day}T09:30:00+08:00`);
    await test.database.query('SELECT zhudian_turn_reports()');
    for (const path of ['/zhudian/reminders/turn', '/zhudian/evaluations/turn']) done(await automation.send('POST', path));
    await quiet(test, day);
  }
}
