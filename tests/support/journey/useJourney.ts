import { chromium, type Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { findBrowser } from '../../../scripts/test/findBrowser.ts';
import type { PanelRole } from '../enterPanel.ts';
import type { RunningTestStack, TestStack } from '../TestStack.ts';
import { useTestStack } from '../useTestStack.ts';
import { enterAs } from './enterAs.ts';
import { moveBrowsers } from './moveBrowsers.ts';
import type { Login, Person } from './Person.ts';

export interface Journey extends TestStack {
  /**
   * A browser in which somebody has logged in: a role of the demo, or a log-in of its own.
   *
   * @param kind what they hold in their hands; an inspector has a phone, everybody else a desk
   */
  readonly enter: (who: PanelRole | Login, kind?: 'phone' | 'desk') => Promise<Person>;
}

/** One stack and one browser for the journeys of a file, with as many people in it as come. */
export function useJourney(start?: () => Promise<RunningTestStack>): Journey {
  const test = useTestStack(start);
  let browser: Browser | undefined;
  afterAll(async () => {
    await browser?.close();
    await moveBrowsers(0);
  }, 120_000);
  const enter: Journey['enter'] = async (who, kind) => {
    browser ??= await chromium.launch({
      executablePath: findBrowser(),
      headless: true,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
    });
    return await enterAs(browser, test, who, kind ?? (who === 'inspector' || typeof who === 'object' ? 'phone' : 'desk'));
  };
  // Its parts are there only while tests run: they are asked for through the test, never copied.
  return Object.assign(Object.create(test) as TestStack, { enter });
}
