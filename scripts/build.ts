import { resolve } from 'node:path';
import { buildSteps } from './build/buildSteps.ts';
import { printFault } from './stack/printFault.ts';
import { showSteps } from './stack/showSteps.ts';

/** `npm run build`: what Directus and n8n load, into `build/`. */
try {
  await showSteps(Object.values(buildSteps({ repository: resolve(import.meta.dirname, '..') })));
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
