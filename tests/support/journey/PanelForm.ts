import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { fillForm, type FormValues } from './fillForm.ts';
import { goTo } from './goTo.ts';
import type { Person } from './Person.ts';

/** One row's form in the panel. */
export class PanelForm {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open({ page }: Person, collection: string, id: string): Promise<PanelForm> {
    await goTo(page, `content/${collection}/${id}`);
    const form = new PanelForm(page);
    await form.ready();
    return form;
  }

  async ready(): Promise<void> {
    // Fields whose values are still on their way are grey bars.
    const fields = this.page.locator('.v-form:not(:has(.v-skeleton-loader)) [data-field]');
    await fields.filter({ visible: true }).first().waitFor();
  }

  field(name: string): Locator {
    return this.page.locator(`.v-form [data-field="${name}"]`).first();
  }

  /** Opens the groups that are folded by their titles (`流转记录`), so that what is in them can be read. */
  async unfold(...groups: readonly string[]): Promise<void> {
    for (const name of groups) {
      const fold = this.page.locator('.v-form .v-divider', { hasText: name }).first();
      await fold.scrollIntoViewIfNeeded();
      if (!((await fold.getAttribute('class')) ?? '').includes('active')) await fold.click();
    }
  }

  async fill(values: FormValues): Promise<void> {
    await fillForm(this.page, values);
  }

  /** Saves, and stays on the form; what the panel says against it fails. */
  async save(): Promise<void> {
    const answered = this.page.waitForResponse(
      (response) => ['POST', 'PATCH'].includes(response.request().method()) && new URL(response.url()).pathname.startsWith('/items/'),
    );
    await this.page.keyboard.press('Control+s');
    const answer = await answered;
    expect(answer.ok(), await answer.text().catch(() => '')).toBe(true);
    await this.ready();
  }

  /** Has a document made with the button of the form, and downloads it by its link, the newest of that name. */
  async makeDocument(button: string, name: string): Promise<Buffer> {
    const links = this.page.locator('.documents').getByRole('link', { name });
    const before = await links.count();
    await this.page.getByRole('button', { name: button }).click();
    await expect.poll(async () => links.count()).toBe(before + 1);
    return await this.download(links.first());
  }

  async download(link: Locator): Promise<Buffer> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), link.click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}
