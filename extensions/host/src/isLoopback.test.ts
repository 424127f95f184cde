import { expect, it } from 'vitest';
import { isLoopback } from './isLoopback.ts';

it('knows this machine by all its names, and no other that looks like it', () => {
  for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', 'LOCALHOST', '::1', '[::1]']) expect(isLoopback(host)).toBe(true);
  for (const host of ['smtp.city.example', '127.0.0.1.city.example', 'localhost.example', '10.0.0.1', '0.0.0.0'])
    expect(isLoopback(host)).toBe(false);
});
