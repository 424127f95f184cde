/** What a program needs of its surroundings, and no more: settings lying about in the shell (DB_HOST, LOG_LEVEL …) must not reach the parts. */
const KEPT = new Set(
  'PATH HOME USER LOGNAME SHELL LANG LC_ALL LC_CTYPE TMPDIR TEMP TMP SYSTEMROOT COMSPEC PATHEXT WINDIR APPDATA LOCALAPPDATA USERPROFILE HTTP_PROXY HTTPS_PROXY NO_PROXY NODE_USE_ENV_PROXY NODE_EXTRA_CA_CERTS NODE_COMPILE_CACHE'.split(
    ' ',
  ),
);
const LOOPBACK = ['127.0.0.1', 'localhost'];

export function plainEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined && KEPT.has(entry[0].toUpperCase()));
  return Object.fromEntries(environment['NODE_USE_ENV_PROXY'] === '1' ? pastProxy(kept) : kept);
}

/** The parts speak to each other on this machine: with Node's `fetch` by a proxy, these questions must not go there. */
function pastProxy(kept: [string, string][]): [string, string][] {
  const isList = ([name]: [string, string]): boolean => name.toUpperCase() === 'NO_PROXY';
  const named = kept.filter(isList).flatMap(([, value]) => value.split(/[\s,]+/));
  return [...kept.filter((entry) => !isList(entry)), ['NO_PROXY', [...new Set([...named, ...LOOPBACK])].filter(Boolean).join(',')]];
}
