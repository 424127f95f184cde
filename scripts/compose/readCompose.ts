import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly build?: { readonly target: string; readonly args: Readonly<Record<string, string>> };
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
  readonly user?: string;
  readonly cap_drop?: readonly string[];
  readonly networks?: readonly string[];
}

/** docker-compose.yml as it is written, merges resolved, what comes from `.env` still a `${…}`. */
export interface Compose {
  readonly name: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
}

const repository = resolve(import.meta.dirname, '../..');

export const readRepository = (path: string): string => readFileSync(join(repository, path), 'utf8');

export const readCompose = (): Compose => parse(readRepository('docker-compose.yml'), { merge: true }) as Compose;
