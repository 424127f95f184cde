import { settingTexts } from '../texts/settingTexts.ts';
import { nearestName } from './nearestName.ts';

/** Read before `.env` is, or by tests. */
const OTHERS = [
  ...['ZHUDIAN_RUNTIME_DIR', 'ZHUDIAN_CHROMIUM', 'ZHUDIAN_LOOK', 'ZHUDIAN_LONG_TESTS', 'ZHUDIAN_PAGES', 'ZHUDIAN_PICTURES', 'ZHUDIAN_SEED'],
  ...['ZHUDIAN_TEST_STACKS', 'ZHUDIAN_TEST_TEMPLATE', 'ZHUDIAN_TEST_TIMES'],
];

/** Read by docker-compose.yml alone, and what processes take in its place. */
const OF_CONTAINERS = new Map<string, string | undefined>([
  ['ZHUDIAN_HOST', 'ZHUDIAN_PUBLIC_URL'],
  ['ZHUDIAN_OWN_CA', 'NODE_EXTRA_CA_CERTS'],
  ['ZHUDIAN_EXECUTIONS_MODE', undefined],
  ['ZHUDIAN_REGISTRY', undefined],
  ['ZHUDIAN_NPM_REGISTRY', undefined],
]);

/**
 * Faults of settings that nothing reads: passed over in silence, a misspelt ZHUDIAN_ENV makes a demo of an office's installation.
 *
 * @param read the names that are read
 */
export function unknownSettings(environment: Readonly<Record<string, string | undefined>>, read: readonly string[]): string[] {
  const known = new Set([...read, ...OTHERS]);
  return Object.keys(environment).flatMap((name) => {
    if (known.has(name)) return [];
    if (OF_CONTAINERS.has(name)) return [settingTexts.containersOnly(name, OF_CONTAINERS.get(name))];
    if (!isMeantForUs(name, known)) return [];
    return [settingTexts.unknown(name, nearestName(name, known))];
  });
}

/** One of somebody else's names is nowhere near ours. */
function isMeantForUs(name: string, known: ReadonlySet<string>): boolean {
  if (/^\W*ZHUDIAN/i.test(name)) return true;
  return /^\W?Z\w*_/i.test(name) && nearestName(name, known) !== undefined;
}
