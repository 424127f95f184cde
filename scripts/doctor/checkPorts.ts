import { portHolder } from '../stack/portHolder.ts';
import { portIsFree } from '../stack/portIsFree.ts';
import { ProcessLedger } from '../stack/ProcessLedger.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { checkNames, machineTexts } from '../texts/doctorTexts.ts';

/** Whether the stack runs; and if not, whether its ports are free for it. */
export async function checkPorts({ config, secrets }: Patient): Promise<Finding[]> {
  const owner = secrets === undefined ? undefined : new ProcessLedger(config.dataDir).runningOwner();
  if (owner !== undefined) return [{ check: checkNames.running(), ok: true, detail: machineTexts.process(owner) }];
  const taken: string[] = [];
  for (const port of Object.values<number>({ ...config.ports }))
    if (!(await portIsFree(port))) taken.push(machineTexts.heldBy(port, portHolder(port) ?? machineTexts.anotherProgram()));
  return [
    { check: checkNames.running(), ok: false, detail: machineTexts.notRunning(), remedy: machineTexts.notRunningRemedy() },
    taken.length === 0
      ? { check: checkNames.ports(), ok: true, detail: machineTexts.portsFree(config.ports.broker, config.ports.postgres) }
      : { check: checkNames.ports(), ok: false, detail: machineTexts.portsTaken(taken), remedy: machineTexts.portsRemedy() },
  ];
}
