// @ts-check
import { say } from './say.mjs';

/** What is said before anything is installed. */
export const runtimeTexts = {
  noScript: () => say({ en: 'No script was named.', zh: '没有指明要运行的脚本。' }),
  noScriptRemedy: () => say({ en: 'Use npm start, npm test or npm run doctor.', zh: '请使用 npm start、npm test 或 npm run doctor。' }),
  /** @type {(path: string, owner: string, account: string) => string} */
  access: (path, owner, account) =>
    say({
      en: `${path} belongs to the account ${owner}; ${account}, which runs this command, may not use it.`,
      zh: `${path} 属于账号 ${owner}；运行本命令的账号 ${account} 无权使用。`,
    }),
  /** @type {(owner: string, command: string) => string} */
  accessRemedy: (owner, command) =>
    say({
      en: `Run it as that account (sudo -u ${owner} -H npm …), or mend it once as an administrator of the machine: ${command}`,
      zh: `请改用该账号运行（sudo -u ${owner} -H npm …），或用管理员执行一次：${command}`,
    }),
  /** @type {(major: string, machine: string) => string} */
  noNode: (major, machine) =>
    say({ en: `There is no ready-made Node ${major} for this machine (${machine}).`, zh: `没有适用于本机（${machine}）的现成 Node ${major}。` }),
  /** @type {(version: string) => string} */
  noNodeRemedy: (version) =>
    say({ en: `Install Node ${version} or later yourself and run the command with it.`, zh: `请自行安装 Node ${version} 或更高版本，再用它运行。` }),
  /** @type {(version: string, now: string) => string} */
  fetchingNode: (version, now) => say({ en: `Fetching Node ${version} (this one is ${now})`, zh: `下载 Node ${version}（现为 ${now}）` }),
  /** @type {(binary: string) => string} */
  nodeBroken: (binary) => say({ en: `The fetched Node (${binary}) does not run on this machine.`, zh: `下载的 Node（${binary}）无法在本机运行。` }),
  /** @type {(version: string) => string} */
  nodeBrokenRemedy: (version) =>
    say({
      en: `On Alpine Linux and others without glibc use docker compose; otherwise install Node ${version} or later yourself and run the command with it.`,
      zh: `Alpine Linux 等没有 glibc 的系统请用 docker compose；其他系统请自行安装 Node ${version} 或更高版本，再用它运行。`,
    }),
  noLock: () => say({ en: 'package-lock.json is missing.', zh: '缺少 package-lock.json。' }),
  noLockRemedy: () => say({ en: 'Restore it: git checkout package-lock.json', zh: '请恢复：git checkout package-lock.json' }),
  installing: () => say({ en: 'Installing packages', zh: '安装程序包' }),
  native: () => say({ en: 'Preparing native parts', zh: '准备本机组件' }),
  /** @type {(pid: string) => string} */
  inUse: (pid) =>
    say({
      en: `The packages of this version are not installed yet, and Zhudian runs from this checkout with those of another one (process ${pid}). They are not replaced under it.`,
      zh: `本版本的程序包尚未安装，而系统正在用另一版本的程序包运行（进程 ${pid}），不能在运行中替换。`,
    }),
  inUseRemedy: () =>
    say({
      en: 'Stop Zhudian, then start it: the start installs them. Or take the version back that runs (git checkout of its tag); backup and doctor then work again.',
      zh: '请停止后重新启动，启动时自动安装；或换回正在运行的版本（git checkout 其标签），备份和体检即可使用。',
    }),
  /** @type {(pid: string) => string} */
  waiting: (pid) => say({ en: `Another start (process ${pid}) is installing; waiting for it …`, zh: `另一次启动（进程 ${pid}）正在安装，请稍候……` }),
  interrupted: () => say({ en: 'Interrupted; the next start continues.', zh: '已中断，下次启动时继续。' }),
  /** @type {(title: string) => string} */
  again: (title) => say({ en: `${title}, second attempt`, zh: `${title}（第二次）` }),
  /** @type {(title: string, needed: number, folder: string, free: number) => string} */
  noSpace: (title, needed, folder, free) =>
    say({
      en: `${title}: ${needed} MB are needed in ${folder}, ${free} MB are free.`,
      zh: `${title}：${folder} 需要 ${needed} MB，只剩 ${free} MB。`,
    }),
  noSpaceRemedy: () =>
    say({
      en: 'Free some space there, or move the checkout to a larger disk, and run the command again.',
      zh: '请清理磁盘，或把程序目录移到更大的磁盘，再重新运行。',
    }),
  /** @type {(count: number, expected: number) => string} */
  packages: (count, expected) => say({ en: `, ${count} of about ${expected} packages`, zh: `，${count}/约 ${expected} 个` }),
  noNpm: () => say({ en: 'npm was not found.', zh: '没有找到 npm。' }),
  noNpmRemedy: () =>
    say({
      en: 'It comes with Node.js: install Node from https://nodejs.org/ or add your system\'s package "npm".',
      zh: 'npm 随 Node.js 提供：请从 https://nodejs.org/ 安装 Node，或安装系统的“npm”软件包。',
    }),
  /** @type {(log: string) => string} */
  log: (log) => say({ en: `Log: ${log}`, zh: `日志：${log}` }),
  npmFailed: () => say({ en: 'npm failed.', zh: 'npm 运行失败。' }),
  npmFailedRemedy: () => say({ en: 'Read the log named above, then run the command again.', zh: '请查看上面的日志，再重新运行。' }),
};
