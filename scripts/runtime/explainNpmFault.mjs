// @ts-check
import { RuntimeFault } from './RuntimeFault.mjs';

/** The first rule whose pattern is in npm's words explains them. */
const RULES = /** @type {const} */ ([
  [/ENOSPC/, 'The disk is full.', 'Free some space (6 GB are needed for the packages), then run the command again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i,
    'The package registry cannot be reached.',
    'Check the network. Behind a proxy: npm config set proxy http://host:port and https-proxy. In China a mirror is often faster: npm config set registry https://registry.npmmirror.com',
  ],
  [
    /SELF_SIGNED_CERT|UNABLE_TO_VERIFY|CERT_/,
    "The registry's certificate is not trusted here.",
    'Behind a company proxy: export NODE_EXTRA_CA_CERTS=/path/to/its-ca.pem',
  ],
  [/E401|E403|ENEEDAUTH/, 'The package registry refuses access.', 'Check the registry and its login: npm config get registry; npm whoami'],
  [
    /E404|ETARGET/,
    'The package registry does not have one of the packages.',
    'A mirror may lag behind: try npm config set registry https://registry.npmjs.org and run the command again.',
  ],
  [/EINTEGRITY/, 'A download arrived damaged twice.', 'Clean the cache and run the command again: npm cache clean --force'],
  [
    /EACCES|EPERM/,
    'A file may not be written.',
    'The checkout (or ~/.npm) belongs to somebody else: change its owner, or run the command as that user.',
  ],
  [
    /gyp ERR|node-gyp/,
    'A native package has no ready-made build for this machine, and could not be compiled.',
    'Install a compiler and Python, then run the command again: apt-get install -y python3 make g++',
  ],
  [
    /EUSAGE|in sync|Missing: .* from lock file/,
    'package.json and package-lock.json do not belong together.',
    'Restore both (git checkout package.json package-lock.json), or run npm install on purpose.',
  ],
]);

/**
 * @param {{title: string, log: string}} run
 * @param {string} said the end of npm's output
 */
export function explainNpmFault(run, said) {
  const errors = said.split('\n').filter((line) => /npm (ERR!|error)|gyp ERR/.test(line));
  const text = errors.join('\n') || said;
  const [, what, remedy] = RULES.find(([pattern]) => pattern.test(text)) ?? [
    undefined,
    'npm failed.',
    'Read the log named above, then run the command again.',
  ];
  const lines = (errors.length > 0 ? errors : said.trim().split('\n').slice(-8)).slice(0, 8).map((line) => `    ${line}`);
  return new RuntimeFault(`${run.title}: ${what}\n${lines.join('\n')}\n  Log: ${run.log}`, remedy);
}
