import { refusalTexts } from '../texts/startTexts.ts';
import { portHolder } from './portHolder.ts';
import { portIsFree } from './portIsFree.ts';
import type { Ports } from './Ports.ts';
import { StackError } from './StackError.ts';

/** Refuses to start half a stack: names every port taken, who holds it, and the way round. */
export async function assertPortsFree(ports: Omit<Ports, 'postgres'> & Partial<Ports>): Promise<void> {
  const faults: string[] = [];
  for (const [name, port] of Object.entries(ports) as [keyof Ports, number][]) {
    if (await portIsFree(port)) continue;
    faults.push(refusalTexts.portInUse(port, refusalTexts.ports[name](), portHolder(port) ?? refusalTexts.ofOtherAccount()));
  }
  if (faults.length === 0) return;
  const base = ports.directus - 5;
  throw new StackError(refusalTexts.cannotListen(faults), refusalTexts.portsRemedy(base + 1000 > 65_000 ? 8050 : base + 1000));
}
