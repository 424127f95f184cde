import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Reads `.env` of the checkout, where there is one; what the shell has set already counts more. */
export function loadEnvironment(): void {
  const file = resolve(import.meta.dirname, '../../.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
