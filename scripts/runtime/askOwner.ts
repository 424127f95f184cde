import { join, resolve } from 'node:path';
import { loadEnvironment } from '../stack/loadEnvironment.ts';
import { printFault } from '../stack/printFault.ts';
import { runningOwner } from '../stack/runningOwner.ts';

/** Prints the process that runs from a checkout on its data folder, or nothing: `askOwner.ts REPOSITORY`. Needs no packages. */
const [repository = ''] = process.argv.slice(2);
try {
  loadEnvironment();
} catch (error) {
  printFault(error);
  process.exit(1);
}
const named = process.env['ZHUDIAN_DATA_DIR'] ?? '';
const owner = runningOwner(named === '' ? join(repository, '.data') : resolve(named));
if (owner && (owner.repository ?? repository) === repository) process.stdout.write(String(owner.pid));
