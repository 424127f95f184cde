import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../scripts/test/findBrowser.ts';

/**
 * A browser with a new profile, in Chinese; `close` ends it and removes the profile.
 *
 * @param timezoneId the zone of its clock
 */
export async function openBrowser(
  viewport: { width: number; height: number },
  timezoneId = 'Asia/Shanghai',
): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'zhudian-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    headless: true,
    locale: 'zh-CN',
    timezoneId,
    viewport,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  // Not measures of speed: what a busy machine answers late is still right.
  context.setDefaultTimeout(90_000);
  context.setDefaultNavigationTimeout(120_000);
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
