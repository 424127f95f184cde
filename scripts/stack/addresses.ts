import type { Secrets } from './Secrets.ts';
import type { StackConfig } from './StackConfig.ts';

interface Login {
  email: string;
  password: string;
}

/** What `npm start -- --json` prints in one line. */
export interface Addresses {
  directus: string;
  n8n: string;
  mail: string;
  logins: Record<string, Login>;
}

export function addresses(config: StackConfig, secrets: Secrets): Addresses {
  const login = (name: string, password: string): [string, Login] => [name, { email: `${name}@zhudian.example.org`, password }];
  const demo = Object.entries(secrets.demoPasswords).map(([name, password]) => login(name, password));
  return {
    ...config.urls,
    logins: {
      admin: { email: config.adminEmail, password: secrets.adminPassword },
      ...(config.demo ? Object.fromEntries(demo) : {}),
      n8n: { email: config.adminEmail, password: secrets.n8nOwnerPassword },
    },
  };
}
