import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { freeMegabytes, LOW_DISK } from '../stack/freeMegabytes.ts';
import { openPaths } from '../stack/keepPrivate.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';

/** Node, the packages, the disk: what has to be right before anything runs. */
export async function checkMachine({ config, secrets }: Patient): Promise<Finding[]> {
  const directus = installed(config.repository, 'directus');
  const n8n = installed(config.repository, 'n8n');
  const free = await freeMegabytes(existsSync(config.dataDir) ? config.dataDir : config.repository);
  const open = [...(existsSync(config.dataDir) ? openPaths(config.dataDir) : []), ...openEnv(config.repository)];
  const authority = process.env['NODE_EXTRA_CA_CERTS'];
  return [
    finding('Node', process.versions.node.startsWith('24.'), process.version, 'Run it through npm (npm run doctor): it brings Node 24.'),
    finding(
      'Directus package',
      directus?.startsWith('11.') === true,
      directus ?? 'missing',
      'Zhudian needs the line 11 (11.17.4); later ones ignore custom permission rules without a licence key. Restore package-lock.json and run npm start.',
    ),
    finding(
      'n8n package',
      n8n?.startsWith('2.') === true,
      n8n ?? 'missing',
      'Zhudian needs n8n 2.40.7. Restore package-lock.json and run npm start.',
    ),
    finding(
      'Built extensions',
      ['directus-extensions/zhudian/dist', 'n8n-nodes/nodes'].every((path) => existsSync(join(config.repository, 'build', path))),
      'build/',
      'Run npm start, or npm run build.',
    ),
    finding(
      'Data folder',
      secrets !== undefined,
      config.dataDir,
      'Nothing was started with this folder yet: run npm start, or name the right one with ZHUDIAN_DATA_DIR.',
    ),
    finding(
      'File permissions',
      open.length === 0,
      open.length === 0 ? 'closed to other accounts' : open.join(', '),
      `Other accounts of this machine can read this. Start the stack again, which closes what it made; for .env: chmod 600 .env.`,
    ),
    finding('Disk', free >= LOW_DISK, `${free} MB free`, `Free some space where ${config.dataDir} lies: PostgreSQL stops hard on a full disk.`),
    ...(authority
      ? [
          finding(
            'Own certificates',
            existsSync(authority),
            authority,
            'NODE_EXTRA_CA_CERTS names a file that is not there: put it there, or correct .env.',
          ),
        ]
      : []),
  ];
}

/** The file of settings, which holds passwords, where other accounts may read it. */
function openEnv(repository: string): string[] {
  const file = join(repository, '.env');
  if (process.platform === 'win32' || !existsSync(file)) return [];
  return (statSync(file).mode & 0o077) === 0 ? [] : [file];
}

function installed(repository: string, name: string): string | undefined {
  try {
    const { version } = JSON.parse(readFileSync(join(repository, 'node_modules', name, 'package.json'), 'utf8')) as { version: string };
    return version;
  } catch {
    return undefined; // not installed
  }
}

function finding(check: string, ok: boolean, detail: string, remedy: string): Finding {
  return ok ? { check, ok, detail } : { check, ok, detail, remedy };
}
