import type { BrowserContext, Page } from 'playwright-core';

/** The browsers of the journey that is under way: one file's stack runs at a time. */
const open = new Set<BrowserContext>();
let ahead = 0;

/** Makes `Date` of a page go ahead of the machine's clock; timers keep their own. Runs in the page, so it stands alone. */
function shiftDate(by: number): void {
  const page = globalThis as unknown as { realDate?: DateConstructor; Date: DateConstructor };
  const Real = (page.realDate ??= page.Date);
  page.Date = class extends Real {
    constructor(...parts: [] | [number | string | Date]) {
      super(...((parts.length === 0 ? [Real.now() + by] : parts) as [number]));
    }
    static override now(): number {
      return Real.now() + by;
    }
  } as unknown as DateConstructor;
}

/** Sets the clock of every browser of the journey that many milliseconds ahead of the machine's: pages that are open, and those to come. */
export async function moveBrowsers(by: number): Promise<void> {
  ahead = by;
  for (const context of open) await moveOne(context);
}

/** What everybody of the journey has open. */
export const openPages = (): Page[] => [...open].flatMap((context) => context.pages());

/** Has a browser keep the journey's time, until it is closed. */
export async function keepJourneyTime(context: BrowserContext): Promise<void> {
  open.add(context);
  context.once('close', () => open.delete(context));
  await moveOne(context);
}

async function moveOne(context: BrowserContext): Promise<void> {
  await context.addInitScript(shiftDate, ahead);
  for (const page of context.pages()) await page.evaluate(shiftDate, ahead);
}
