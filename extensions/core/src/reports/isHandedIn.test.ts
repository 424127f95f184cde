import { expect, it } from 'vitest';
import { isHandedIn } from './isHandedIn.ts';
import { reportWords } from './reportSteps.ts';

it('is a report that was submitted and did not come back', () => {
  expect(Object.keys(reportWords.states).filter(isHandedIn)).toEqual(['submitted', 'accepted']);
  expect(isHandedIn(undefined)).toBe(false);
});
