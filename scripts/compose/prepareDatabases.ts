import { connectTo } from '../backup/connectTo.ts';
import { loadSecrets } from '../stack/loadSecrets.ts';
import { prepareDatabases } from '../stack/prepareDatabases.ts';
import { printFault } from '../stack/printFault.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';

/** Makes the empty databases that restore.sh fills, in a PostgreSQL that is up. */
try {
  const config = readStackConfig(process.env);
  await prepareDatabases({ connect: connectTo(config), secrets: loadSecrets(config.dataDir) });
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
