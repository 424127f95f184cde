import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { freeMegabytes, LOW_DISK } from '../stack/freeMegabytes.ts';
import { openPaths } from '../stack/keepPrivate.ts';
import type { Finding } from './Finding.ts';
import type { Patient } from './Patient.ts';
import { productionSince } from '../production/productionMark.ts';
import { thisVersion, versionText } from '../production/thisVersion.ts';
import { checkNames, machineTexts } from '../texts/doctorTexts.ts';
import { installationTexts } from '../texts/installationTexts.ts';

/** Node, the packages, the disk: what has to be right before anything runs. */
export async function checkMachine({ config, secrets }: Patient): Promise<Finding[]> {
  const directus = installed(config.repository, 'directus');
  const n8n = installed(config.repository, 'n8n');
  const free = await freeMegabytes(existsSync(config.dataDir) ? config.dataDir : config.repository);
  const open = [...(existsSync(config.dataDir) ? openPaths(config.dataDir) : []), ...openEnv(config.repository)];
  const authority = process.env['NODE_EXTRA_CA_CERTS'];
  const since = config.production ? undefined : productionSince(config.dataDir);
  return [
    { check: checkNames.version(), ok: true, detail: versionText(thisVersion(config.repository)) },
    ...(since === undefined
      ? []
      : [
          finding(
            checkNames.dataFolder(),
            false,
            installationTexts.officeFolder(config.dataDir, since, config.drill ? 'drill' : 'development'),
            installationTexts.officeRemedy(),
          ),
        ]),
    finding(checkNames.node(), process.versions.node.startsWith('24.'), process.version, machineTexts.nodeRemedy()),
    finding(checkNames.directusPackage(), directus?.startsWith('11.') === true, directus ?? machineTexts.missing(), machineTexts.directusRemedy()),
    finding(checkNames.n8nPackage(), n8n?.startsWith('2.') === true, n8n ?? machineTexts.missing(), machineTexts.n8nRemedy()),
    finding(
      checkNames.built(),
      ['directus-extensions/zhudian/dist', 'n8n-nodes/nodes'].every((path) => existsSync(join(config.repository, 'build', path))),
      'build/',
      machineTexts.builtRemedy(),
    ),
    finding(checkNames.dataFolder(), secrets !== undefined, config.dataDir, machineTexts.dataRemedy()),
    finding(
      checkNames.permissions(),
      open.length === 0,
      open.length === 0 ? machineTexts.closed() : open.join(', '),
      machineTexts.permissionsRemedy(),
    ),
    finding(checkNames.disk(), free >= LOW_DISK, machineTexts.free(free), machineTexts.diskRemedy(config.dataDir)),
    ...(authority ? [finding(checkNames.certificates(), existsSync(authority), authority, machineTexts.certificatesRemedy())] : []),
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
