import { portHolder } from '../stack/portHolder.ts';
import { portIsFree } from '../stack/portIsFree.ts';
import { ProcessLedger } from '../stack/ProcessLedger.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';

/** Whether the stack runs; and if not, whether its ports are free for it. */
export async function checkPorts({ config, secrets }: Patient): Promise<Finding[]> {
  const owner = secrets === undefined ? undefined : new ProcessLedger(config.dataDir).runningOwner();
  if (owner !== undefined) return [{ check: 'Running', ok: true, detail: `process ${owner}` }];
  const taken: string[] = [];
  for (const port of Object.values<number>({ ...config.ports }))
    if (!(await portIsFree(port))) taken.push(`${port} (${portHolder(port) ?? 'another program'})`);
  return [
    { check: 'Running', ok: false, detail: 'no', remedy: 'Run npm start. What follows cannot answer until then.' },
    taken.length === 0
      ? { check: 'Ports', ok: true, detail: `${config.ports.broker}–${config.ports.postgres} are free` }
      : { check: 'Ports', ok: false, detail: `in use: ${taken.join(', ')}`, remedy: 'End these programs, or choose another ZHUDIAN_PORT_BASE.' },
  ];
}
