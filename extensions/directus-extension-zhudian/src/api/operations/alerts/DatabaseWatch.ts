import type { Runtime } from '../../runtime/Runtime.ts';
import { databaseText } from './databaseText.ts';
import { Outage } from '@zhudian/host/Outage.ts';
import { tellRobot } from '@zhudian/host/tellRobot.ts';

const REPEAT = 2 * 3_600_000;

/**
 * Tells people that the database cannot be asked. The other watches keep in it what they have told, and read from it what they tell of: without
 * it they are silent.
 */
export class DatabaseWatch {
  readonly #runtime: Pick<Runtime, 'config' | 'logger'>;
  readonly #outage: Outage;

  constructor(runtime: Pick<Runtime, 'config' | 'logger'>) {
    const { ZHUDIAN_ALERT_AFTER, ZHUDIAN_ALERT_WEBHOOK } = runtime.config;
    this.#runtime = runtime;
    this.#outage = new Outage({
      after: ZHUDIAN_ALERT_AFTER * 1000,
      repeat: REPEAT,
      tell: async (text) => tellRobot(ZHUDIAN_ALERT_WEBHOOK, text),
    });
  }

  /** Does a piece of work that asks the database, and rejects as it does; what goes on failing is told. */
  async during(work: () => Promise<void>, now: () => number = () => performance.now()): Promise<void> {
    const { PUBLIC_URL } = this.#runtime.config;
    try {
      await work();
    } catch (error) {
      await this.#look((minutes) => databaseText(error, minutes, PUBLIC_URL), now());
      throw error;
    }
    await this.#look(undefined, now());
  }

  async #look(trouble: ((minutes: number) => string) | undefined, now: number): Promise<void> {
    const { config, logger } = this.#runtime;
    if (config.ZHUDIAN_ALERT_WEBHOOK === '') return;
    try {
      await this.#outage.look(trouble, `【驻点监督】数据库已恢复正常。\n${config.PUBLIC_URL}`, now);
    } catch (refusal) {
      logger.error(refusal, 'zhudian: the alert could not be told');
    }
  }
}
