import { directusSteps } from '../provision/directusSteps.ts';
import { n8nSteps } from '../provision/n8nSteps.ts';
import { checkInstallation } from '../production/checkInstallation.ts';
import { readyForProduction } from '../production/readyForProduction.ts';
import { prepareDatabases } from '../stack/prepareDatabases.ts';
import { printFault } from '../stack/printFault.ts';
import { readStackConfig } from '../stack/readStackConfig.ts';
import { showSteps } from '../stack/showSteps.ts';
import { Stack } from '../stack/Stack.ts';
import { stepTexts } from '../texts/startTexts.ts';

/** Brings the databases of a running PostgreSQL up to date and ends: the service `provision` of docker-compose.yml. */
try {
  const stack = await Stack.open(readStackConfig(process.env), { postgres: 'runs already' });
  try {
    const databases = async () => {
      await prepareDatabases(stack);
      return undefined;
    };
    await showSteps([
      { title: stepTexts.databases(), run: databases },
      checkInstallation(stack),
      ...directusSteps(stack),
      readyForProduction(stack),
      ...n8nSteps(stack),
    ]);
  } finally {
    await stack.close();
  }
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
