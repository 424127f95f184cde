import { portHolder } from './portHolder.ts';
import { portIsFree } from './portIsFree.ts';
import type { Ports } from './Ports.ts';
import { StackError } from './StackError.ts';

const TITLES: Record<keyof Ports, string> = {
  broker: "n8n's task broker",
  directus: 'Directus',
  n8n: 'n8n',
  mail: "the mail catcher's page",
  smtp: "the mail catcher's SMTP",
  postgres: 'PostgreSQL',
};

/** Refuses to start half a stack: names every port taken, who holds it, and the way round. */
export async function assertPortsFree(ports: Omit<Ports, 'postgres'> & Partial<Ports>): Promise<void> {
  const faults: string[] = [];
  for (const [name, port] of Object.entries(ports) as [keyof Ports, number][]) {
    if (await portIsFree(port)) continue;
    faults.push(`port ${port} (for ${TITLES[name]}) is in use by ${portHolder(port) ?? 'another program'}`);
  }
  if (faults.length === 0) return;
  const base = ports.directus - 5;
  throw new StackError(
    `Cannot listen: ${faults.join('; ')}.`,
    `End that program, or choose other ports: ZHUDIAN_PORT_BASE=${base + 1000 > 65_000 ? 8050 : base + 1000} npm start`,
  );
}
