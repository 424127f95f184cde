import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readEnvironmentFile } from './readEnvironmentFile.ts';

/**
 * Reads `.env` of the checkout, where there is one; what the shell has set already counts more.
 *
 * @throws StackError when it cannot be read as a whole
 */
export function loadEnvironment(): void {
  const file = resolve(import.meta.dirname, '../../.env');
  if (!existsSync(file)) return;
  for (const [name, value] of Object.entries(readEnvironmentFile(file))) process.env[name] ??= value;
}
