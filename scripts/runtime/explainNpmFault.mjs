// @ts-check
import { RuntimeFault } from './RuntimeFault.mjs';
import { runtimeTexts } from './runtimeTexts.mjs';
import { say } from './say.mjs';

/**
 * The first rule whose pattern is in npm's words explains them: what happened, and what to do.
 * @type {readonly (readonly [RegExp, Readonly<Record<'zh' | 'en', string>>, Readonly<Record<'zh' | 'en', string>>])[]}
 */
const RULES = [
  [
    /ENOSPC/,
    { en: 'The disk is full.', zh: '磁盘已满。' },
    {
      en: 'Free some space (6 GB are needed for the packages), then run the command again.',
      zh: '请清理磁盘（程序包需要 6 GB），再重新运行。',
    },
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i,
    { en: 'The package registry cannot be reached.', zh: '连不上程序包的下载源。' },
    {
      en: 'Check the network. Behind a proxy: npm config set proxy http://host:port and https-proxy. In China a mirror is often faster: npm config set registry https://registry.npmmirror.com',
      zh: '请检查网络。经代理上网的：npm config set proxy http://地址:端口，https-proxy 同样设置。国内可改用镜像：npm config set registry https://registry.npmmirror.com',
    },
  ],
  [
    /SELF_SIGNED_CERT|UNABLE_TO_VERIFY|CERT_/,
    { en: "The registry's certificate is not trusted here.", zh: '本机不信任下载源的证书。' },
    {
      en: 'Behind a company proxy: export NODE_EXTRA_CA_CERTS=/path/to/its-ca.pem',
      zh: '经单位代理上网的：export NODE_EXTRA_CA_CERTS=/证书路径/ca.pem',
    },
  ],
  [
    /E401|E403|ENEEDAUTH/,
    { en: 'The package registry refuses access.', zh: '下载源拒绝访问。' },
    { en: 'Check the registry and its login: npm config get registry; npm whoami', zh: '请检查下载源及其登录：npm config get registry；npm whoami' },
  ],
  [
    /E404|ETARGET/,
    { en: 'The package registry does not have one of the packages.', zh: '下载源缺少其中某个程序包。' },
    {
      en: 'A mirror may lag behind: try npm config set registry https://registry.npmjs.org and run the command again.',
      zh: '镜像可能滞后：请执行 npm config set registry https://registry.npmjs.org 后重新运行。',
    },
  ],
  [
    /EINTEGRITY/,
    { en: 'A download arrived damaged twice.', zh: '有文件两次下载都已损坏。' },
    { en: 'Clean the cache and run the command again: npm cache clean --force', zh: '请清理缓存后重新运行：npm cache clean --force' },
  ],
  [
    /EACCES|EPERM/,
    { en: 'A file may not be written.', zh: '有文件无权写入。' },
    {
      en: 'The checkout (or ~/.npm) belongs to somebody else: change its owner, or run the command as that user.',
      zh: '程序目录（或 ~/.npm）属于其他账号：请用 chown 改为运行本命令的账号，或改用该账号运行。',
    },
  ],
  [
    /gyp ERR|node-gyp/,
    {
      en: 'A native package has no ready-made build for this machine, and could not be compiled.',
      zh: '有程序包没有适用于本机的现成版本，也无法编译。',
    },
    {
      en: 'Install a compiler and Python, then run the command again: apt-get install -y python3 make g++',
      zh: '请安装编译器和 Python 后重新运行：apt-get install -y python3 make g++',
    },
  ],
  [
    /EUSAGE|in sync|Missing: .* from lock file/,
    { en: 'package.json and package-lock.json do not belong together.', zh: 'package.json 与 package-lock.json 不是同一套。' },
    {
      en: 'Restore both (git checkout package.json package-lock.json), or run npm install on purpose.',
      zh: '请恢复两者（git checkout package.json package-lock.json），或有意执行 npm install。',
    },
  ],
];

/**
 * @param {{title: string, log: string}} run
 * @param {string} said the end of npm's output
 */
export function explainNpmFault(run, said) {
  const errors = said.split('\n').filter((line) => /npm (ERR!|error)|gyp ERR/.test(line));
  const text = errors.join('\n') || said;
  const rule = RULES.find(([pattern]) => pattern.test(text));
  const [what, remedy] = rule ? [say(rule[1]), say(rule[2])] : [runtimeTexts.npmFailed(), runtimeTexts.npmFailedRemedy()];
  const lines = (errors.length > 0 ? errors : said.trim().split('\n').slice(-8)).slice(0, 8).map((line) => `    ${line}`);
  return new RuntimeFault(`${run.title}: ${what}\n${lines.join('\n')}\n  ${runtimeTexts.log(run.log)}`, remedy);
}
