import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Person } from './Person.ts';

/** A visit as an inspector has it open on a phone. */
export class VisitOnPhone {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Begins the visit of an enterprise today, as the list of the phone offers it. */
  static async begin({ page, open }: Person, enterprise: string): Promise<VisitOnPhone> {
    await open('zhudian/visits/new');
    await page.locator('.enterprises button', { hasText: enterprise }).click();
    const visit = new VisitOnPhone(page);
    await visit.ready();
    return visit;
  }

  /** Opens a visit that is there. */
  static async open({ page, open }: Person, id: string): Promise<VisitOnPhone> {
    await open(`zhudian/visits/${id}`);
    const visit = new VisitOnPhone(page);
    await visit.ready();
    return visit;
  }

  /** The key it has on the server as well. */
  get id(): string {
    return /visits\/([0-9a-f-]{36})/.exec(this.page.url())?.[1] ?? '';
  }
  /** What can be said about sending: kept here, sent, refused. */
  get state(): Locator {
    return this.page.getByTestId('sync');
  }
  get log(): Locator {
    return this.page.getByLabel('驻点监督任务开展情况 *');
  }
  get remarks(): Locator {
    return this.page.getByLabel('备注');
  }
  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async ready(): Promise<void> {
    await this.page.waitForURL(/visits\/[0-9a-f-]{36}$/);
    await this.page.locator('.item').nth(10).waitFor();
  }

  /** An item by its number on the list. */
  item(number: number): Locator {
    return this.page.locator('.item').nth(number - 1);
  }
  figure(label: string): Locator {
    return this.page.locator('.figure', { hasText: label }).locator('input');
  }

  /** Pastes a text as it comes out of another program, whatever is in it. */
  async paste(into: Locator, text: string): Promise<void> {
    await into.click();
    await into.fill('');
    await this.page.keyboard.insertText(text);
  }

  async stamp(what: '到达' | '离开'): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${what}`) }).click();
  }

  async addPhoto(number: number, name: string, bytes: Buffer): Promise<void> {
    const item = this.item(number);
    const before = await item.locator('.thumb').count();
    await item.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/jpeg', buffer: bytes });
    await expect.poll(async () => item.locator('.thumb').count()).toBe(before + 1);
  }

  /** One person signs in the app's own dialog: strokes as a hand makes them, each person's their own. */
  async sign(name: string): Promise<void> {
    const { page } = this;
    const row = page.locator('li', { hasText: name });
    await row.getByRole('button', { name: '签字', exact: true }).click();
    const pad = this.dialog.locator('canvas');
    await pad.scrollIntoViewIfNeeded();
    const area = await pad.boundingBox();
    if (!area) throw new Error('no signature pad');
    // Each name has a hand of its own.
    const hand = name.codePointAt(0) ?? 0;
    for (const stroke of [0.15, 0.45, 0.7]) {
      const at = (step: number): [number, number] => [
        area.x + area.width * stroke + step * 9,
        area.y + area.height * (0.2 + ((step * step + hand) % 7) * 0.09),
      ];
      await page.mouse.move(...at(0));
      await page.mouse.down();
      for (let step = 1; step <= 9; step += 1) await page.mouse.move(...at(step));
      await page.mouse.up();
    }
    await this.dialog.getByRole('button', { name: '确定' }).click();
    await row.getByText('已签字').waitFor();
  }

  /** Everything typed here is on the server. */
  async synced(): Promise<void> {
    await expect.poll(async () => this.state.textContent()).toContain('已同步');
  }

  /** Marks what is open as in place, has everybody sign who has not, and hands in. */
  async handIn(): Promise<void> {
    await this.page.getByRole('button', { name: '其余各项均已落实' }).click();
    const unsigned = this.page.locator('li', { has: this.page.getByRole('button', { name: '签字', exact: true }) });
    while ((await unsigned.count()) > 0) await this.sign(await unsigned.first().locator('.name').innerText());
    await this.submit();
  }

  async submit(): Promise<void> {
    await this.page.getByTestId('submit').click();
    await this.page.getByText('本记录已提交，只能查看').waitFor();
  }
}
