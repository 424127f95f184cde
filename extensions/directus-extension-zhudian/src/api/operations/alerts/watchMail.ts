import type { Runtime } from '../../runtime/Runtime.ts';
import { alertText } from './alertText.ts';
import { mailTrouble } from './mailTrouble.ts';
import { tellChange } from './tellChange.ts';

/** Tells people by another way that mail does not leave, again every half hour, and when it does again. */
export async function watchMail(runtime: Runtime): Promise<void> {
  const { database, config } = runtime;
  if (config.ZHUDIAN_ALERT_WEBHOOK === '') return;
  const trouble = await mailTrouble(config.ZHUDIAN_ALERT_AFTER, database);
  await tellChange({ key: 'mail', repeatMinutes: 30, isTrouble: trouble !== undefined, text: alertText(trouble, config.PUBLIC_URL) }, runtime);
}
