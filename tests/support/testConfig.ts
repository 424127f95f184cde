import { readStackConfig } from '../../scripts/stack/readStackConfig.ts';
import type { StackConfig } from '../../scripts/stack/StackConfig.ts';

/** The port of the relay whose moods a test sets, beside the ports of its stack. */
export const relayPort = (portBase: number): number => portBase + 3;

/** A stack whose mail goes to the test's own relay; `more` settings stand beside the usual ones of a test. */
export function testConfig(dataDir: string, portBase: number, more: Readonly<Record<string, string>> = {}): StackConfig {
  const config = readStackConfig({
    ...process.env,
    ZHUDIAN_DATA_DIR: dataDir,
    ZHUDIAN_PORT_BASE: String(portBase),
    ZHUDIAN_SMTP_HOST: '127.0.0.1',
    ZHUDIAN_SMTP_PORT: String(relayPort(portBase)),
    // Relay and tests share a process: one that is held up for seconds is no silent relay.
    ZHUDIAN_SMTP_TIMEOUT: '10000',
    ZHUDIAN_SMTP_ANSWER_TIMEOUT: '10000',
    // What the calendar begins depends on the day; tests turn it by hand.
    ZHUDIAN_CALENDAR_WORK: 'false',
    ...more,
  });
  return { ...config, unsynced: true };
}
