import { getHealth } from '../health/getHealth.ts';
import type { Runtime } from '../../runtime/Runtime.ts';
import { healthAlerts } from './healthAlerts.ts';
import { Patience } from './Patience.ts';
import { tellChange } from './tellChange.ts';

/** Tells people of parts that have been in error for a while, and when they are well again. */
export class HealthWatch {
  readonly #runtime: Runtime;
  readonly #patience: Patience;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
    this.#patience = new Patience(runtime.config.ZHUDIAN_ALERT_AFTER * 1000);
  }

  async round(): Promise<void> {
    const { parts } = await getHealth(this.#runtime);
    const { PUBLIC_URL, ZHUDIAN_ALERT_WEBHOOK } = this.#runtime.config;
    const hasRobot = ZHUDIAN_ALERT_WEBHOOK !== '';
    const alerts = healthAlerts(parts, PUBLIC_URL).filter(({ subject }) => hasRobot || subject !== undefined);
    for (const watched of this.#patience.lasting(alerts, performance.now())) await tellChange(watched, this.#runtime);
  }
}
