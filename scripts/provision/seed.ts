import type pg from 'pg';
import { inTransaction } from './inTransaction.ts';
import { seedCounties } from './reference/counties.ts';
import { seedLogo } from './reference/logo.ts';
import { seedReportPeriods } from './reference/reportPeriods.ts';
import { seedSettings } from './reference/settings.ts';
import { seedTaskList } from './reference/taskList.ts';
import { seedTemplates } from './reference/templates.ts';
import { buildDemo } from './demo/buildDemo.ts';
import { storeDemo } from './demo/storeDemo.ts';

export interface ReferenceOptions {
  /** The folder of the local storage of Directus. */
  readonly uploads: string;
}

/** What every installation needs: counties, the task list of annex 2, settings, single deadlines, templates. Answers how many rows are new. */
export async function seedReference(client: pg.Client, options: ReferenceOptions): Promise<number> {
  return await inTransaction(client, async () => {
    const made = [
      await seedCounties(client),
      await seedTaskList(client),
      await seedSettings(client),
      await seedReportPeriods(client),
      await seedTemplates(client, options.uploads),
      await seedLogo(client, options.uploads),
    ];
    return made.reduce((sum, count) => sum + count, 0);
  });
}

export interface DemoOptions {
  /** The day the demo ends on, `YYYY-MM-DD`. */
  readonly today: string;
  /** The folder of the local storage of Directus. */
  readonly uploads: string;
}

/** Some months of invented work. Loaded once: where it is already there, nothing happens. Answers how many rows are new. */
export async function seedDemo(client: pg.Client, options: DemoOptions): Promise<number> {
  return await inTransaction(client, async () => await storeDemo(client, buildDemo(options.today), options.uploads));
}
