// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepPanelAwake } from './keepPanelAwake.ts';

let seen: string[] = [];
let state = 'visible';
const panel = (event: Event): void => void seen.push(`${event.type} ${state}`);
const turn = (to: 'hidden' | 'visible'): void => {
  state = to;
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
};

beforeEach(() => {
  vi.useFakeTimers();
  [seen, state] = [[], 'visible'];
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => state as DocumentVisibilityState);
  // The panel's own listeners are there first: at the document, as in its entry file.
  document.addEventListener('visibilitychange', panel);
  document.addEventListener('pointermove', panel);
});
afterEach(() => {
  document.removeEventListener('visibilitychange', panel);
  document.removeEventListener('pointermove', panel);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('while a visit is open the panel hears neither of the camera nor of coming back from it', () => {
  const letGo = keepPanelAwake();
  turn('hidden');
  turn('visible');
  expect(seen).toEqual([]);
  letGo();
  turn('hidden');
  turn('visible');
  expect(seen).toEqual(['visibilitychange hidden', 'visibilitychange visible']);
});

it('what was hidden before is told to have come back', () => {
  turn('hidden');
  const letGo = keepPanelAwake();
  turn('visible');
  letGo();
  expect(seen).toEqual(['visibilitychange hidden', 'visibilitychange visible']);
});

it('a movement every four minutes keeps the panel from thinking that nobody is there, until it is let go', () => {
  const letGo = keepPanelAwake();
  vi.advanceTimersByTime(12 * 60_000);
  letGo();
  vi.advanceTimersByTime(12 * 60_000);
  expect(seen).toEqual(Array.from({ length: 3 }, () => 'pointermove visible'));
});
