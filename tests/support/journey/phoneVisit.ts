import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { goTo } from './goTo.ts';
import type { Person } from './Person.ts';

/** A visit on a phone, as its inspectors see it. */
export interface PhoneVisit {
  readonly id: string;
  readonly page: Page;
  /** An item of the checklist, counted from 1. */
  readonly item: (number: number) => Locator;
  /** Waits until everything is on the server; where it does not get there, the failure has what the phone says of it. */
  readonly synced: () => Promise<void>;
  /** Marks what is open as in place, has everybody sign, and hands in. */
  readonly handIn: () => Promise<void>;
}

/** Begins a visit at an enterprise from the workbench, by its name. */
export async function phoneVisit(inspector: Person, enterprise: string): Promise<PhoneVisit> {
  const { page } = inspector;
  await goTo(page, 'zhudian');
  await page.locator('.card', { hasText: enterprise }).getByRole('link', { name: '开始驻点' }).first().click();
  await page.waitForURL(/visits\/[0-9a-f-]{36}$/);
  await page.locator('.item').nth(10).waitFor();
  const synced = async (): Promise<void> => await expect.poll(async () => page.locator('.bar').innerText()).toContain('已同步');
  return {
    id: page.url().split('/').pop() ?? '',
    page,
    item: (number) => page.locator('.item').nth(number - 1),
    synced,
    handIn: async () => {
      await page.getByRole('button', { name: '其余各项均已落实' }).click();
      const unsigned = page.getByRole('button', { name: '签字', exact: true });
      const people = await unsigned.count();
      for (let signed = 1; signed <= people; signed += 1) {
        await unsigned.first().click();
        await sign(page);
        await expect.poll(async () => page.getByText('已签字').count()).toBe(signed);
      }
      await page.getByTestId('submit').click();
      await page.getByText('本记录已提交，只能查看').waitFor();
    },
  };
}

/** A name in one stroke, zigzag: what the pad takes for handwriting. */
async function sign(page: Page): Promise<void> {
  const area = await page.locator('canvas').boundingBox();
  if (!area) throw new Error('no signature pad');
  await page.mouse.move(area.x + 40, area.y + 60);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1) await page.mouse.move(area.x + 40 + step * 18, area.y + 60 + (step % 2) * 50);
  await page.mouse.up();
  await page.getByRole('button', { name: '确定' }).click();
}
