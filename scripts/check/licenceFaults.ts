import { licenceExceptions } from './licenceExceptions.ts';

const FREE =
  /^(?:MIT(?:-0|\/X11| License)?|ISC|0?BSD(?:-[23]-Clause)?|Apache(?:-2(?:\.0)?)?|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|CC-BY-4\.0|Python-2\.0|WTFPL|Zlib|MPL-2\.0|UPL-1\.0|EUPL-1\.1\+)$/;

interface Lock {
  readonly packages: Readonly<Record<string, { readonly license?: unknown; readonly link?: boolean }>>;
}

/** Packages of the lock file whose licence is neither a free one nor excepted with a reason. Reads files only. */
export function licenceFaults(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([path, { license, link }]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (!path.includes('node_modules/') || link === true || isFree(license) || licenceExceptions.some(([pattern]) => pattern.test(name))) return [];
    return [
      `${name} is under ${JSON.stringify(license ?? 'no licence')}: choose another, or add it to scripts/check/licenceExceptions.ts with a reason.`,
    ];
  });
}

/** Of alternatives one has to be free, of things joined all. */
function isFree(license: unknown): boolean {
  if (typeof license !== 'string') return false;
  const words = license.replaceAll(/[()]/g, '');
  return words.split(' OR ').some((alternative) => alternative.split(' AND ').every((one) => FREE.test(one.trim())));
}
