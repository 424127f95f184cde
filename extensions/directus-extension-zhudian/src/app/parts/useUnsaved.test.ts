// @vitest-environment jsdom
import { createApp, nextTick, ref } from 'vue';
import { expect, it } from 'vitest';
import { useUnsaved } from './useUnsaved.ts';

const ITEM = { id: 'r', date_updated: '2026-09-28T02:00:00Z', progress: '初稿', gap_explanation: null, contact: null };

/** A form as Directus has it: its values before an item is there, and after. */
function form() {
  const values = ref<Record<string, unknown>>({});
  let unsaved: ReturnType<typeof useUnsaved> | undefined;
  const app = createApp({ setup: () => ((unsaved = useUnsaved()), () => null) });
  app.provide('values', values);
  app.mount(document.createElement('div'));
  const show = async (next: Record<string, unknown>): Promise<boolean | undefined> => {
    values.value = next;
    await nextTick();
    return unsaved?.value;
  };
  return { show };
}

it('anything typed counts, whatever the field, until it is taken back', async () => {
  const { show } = form();
  expect(await show({})).toBe(false);
  expect(await show({ ...ITEM })).toBe(false);
  expect(await show({ ...ITEM, gap_explanation: '停产检修' })).toBe(true);
  expect(await show({ ...ITEM, contact: 'c' })).toBe(true);
  expect(await show({ ...ITEM })).toBe(false);
});

it('what is saved and read again is saved, also where the server has made more of it', async () => {
  const { show } = form();
  await show({ ...ITEM });
  expect(await show({ ...ITEM, gap_explanation: '停产检修' })).toBe(true);
  const saved = { ...ITEM, gap_explanation: '停产检修', date_updated: '2026-09-28T03:00:00Z' };
  expect(await show(saved)).toBe(false);
  // Directus lets go of the item and reads it once more.
  expect(await show({})).toBe(false);
  expect(await show({ ...saved, events: ['e'] })).toBe(false);
  expect(await show({ ...saved, events: ['e'], progress: '改过' })).toBe(true);
});

it('a new item, and an interface outside a form, have nothing to lose by a reload of ours', async () => {
  const { show } = form();
  expect(await show({ progress: '新写的' })).toBe(false);
});
