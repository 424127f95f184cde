/** What a program needs of its surroundings, and no more: settings lying about in the shell (DB_HOST, LOG_LEVEL …) must not reach the parts. */
const KEPT = new Set(
  'PATH HOME USER LOGNAME SHELL LANG LC_ALL LC_CTYPE TMPDIR TEMP TMP SYSTEMROOT COMSPEC PATHEXT WINDIR APPDATA LOCALAPPDATA USERPROFILE HTTP_PROXY HTTPS_PROXY NO_PROXY NODE_EXTRA_CA_CERTS NODE_COMPILE_CACHE'.split(
    ' ',
  ),
);

export function plainEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined && KEPT.has(entry[0].toUpperCase())),
  );
}
