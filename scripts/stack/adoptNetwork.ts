import { existsSync, readFileSync } from 'node:fs';
import { setGlobalProxyFromEnv } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { plainEnvironment } from './plainEnvironment.ts';

/**
 * Takes up the office's own certificate authority and its proxy in this process. Node reads both only as it begins, and what stands in `.env` is
 * known later: the parts, which are started with it, would reach what this process cannot.
 */
export function adoptNetwork(environment: NodeJS.ProcessEnv): void {
  const plain = plainEnvironment(environment);
  const file = plain['NODE_EXTRA_CA_CERTS'];
  // One that is not there is told by the doctor; Node itself goes on without it.
  if (file && existsSync(file)) setDefaultCACertificates([...getCACertificates('default'), ...certificatesOf(file)]);
  if (plain['NODE_USE_ENV_PROXY'] === '1') setGlobalProxyFromEnv(plain);
}

/** Each for itself: of several in one text only the first would be taken. */
function certificatesOf(file: string): string[] {
  return readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}
