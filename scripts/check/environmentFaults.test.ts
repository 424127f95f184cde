import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { environmentFaults } from './environmentFaults.ts';

it('.env.example names exactly the settings that are read', () => {
  expect(environmentFaults(resolve(import.meta.dirname, '../..'))).toEqual([]);
});
