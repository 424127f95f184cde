// @ts-check
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { RuntimeFault } from './RuntimeFault.mjs';
import { runtimeTexts } from './runtimeTexts.mjs';

/** npm's own script: of the npm that started us, else beside the running Node, else on the PATH. */
export function findNpm() {
  const started = process.env.npm_execpath;
  if (started !== undefined && /npm-cli\.c?js$/.test(started) && existsSync(started)) return started;
  const prefix = dirname(process.execPath);
  const candidates = [join(prefix, '../lib/node_modules/npm/bin/npm-cli.js'), join(prefix, 'node_modules/npm/bin/npm-cli.js')];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const command = join(folder, 'npm');
    if (existsSync(command)) candidates.push(realpathSync(command), join(folder, 'node_modules/npm/bin/npm-cli.js'));
  }
  const found = candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  if (found !== undefined) return found;
  throw new RuntimeFault(runtimeTexts.noNpm(), runtimeTexts.noNpmRemedy());
}
