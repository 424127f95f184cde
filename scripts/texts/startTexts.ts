import { say } from './say.ts';

/** What `npm start` says of itself. */
export const startTexts = {
  description: () =>
    say({
      en: 'Starts PostgreSQL, a mail catcher, Directus and n8n on this machine, with demo data. Ctrl-C stops them.',
      zh: '在本机启动 PostgreSQL、邮件捕获器、Directus 和 n8n，并载入演示数据。按 Ctrl-C 停止。',
    }),
  json: () =>
    say({
      en: 'print one line of JSON with addresses and logins when all is healthy',
      zh: '全部正常后，输出一行 JSON，内含地址和登录账号',
    }),
  reset: () =>
    say({
      en: 'put all data aside first and begin anew; asks before, and does not exist in production',
      zh: '先把全部数据移开再从头开始；会先询问，正式使用时没有此项',
    }),
  yes: () => say({ en: 'do not ask', zh: '不再询问' }),
  help: () =>
    say({
      en: 'Environment: ZHUDIAN_DATA_DIR, ZHUDIAN_PORT_BASE and more in .env.example',
      zh: '环境变量：ZHUDIAN_DATA_DIR、ZHUDIAN_PORT_BASE 等，见 .env.example',
    }),
  stopping: (reason: string) => say({ en: `${reason}; stopping …`, zh: `${reason}，正在停止……` }),
  stopped: () => say({ en: 'All parts are stopped; the data is kept.', zh: '各部分均已停止，数据已保留。' }),
  launcherEnded: () => say({ en: 'The launcher ended', zh: '启动程序已退出' }),
  robotNotTold: (reason: string) => say({ en: `✗ The robot was not told: ${reason}`, zh: `✗ 未能告知群机器人：${reason}` }),
  data: (dataDir: string, version: string) =>
    say({
      en: `  Data: ${dataDir}   Version: ${version}   Ctrl-C stops everything.`,
      zh: `  数据目录：${dataDir}   版本：${version}   按 Ctrl-C 全部停止。`,
    }),
  roles: {
    admin: () => say({ en: 'Directus administrator', zh: '系统管理员' }),
    city: () => say({ en: 'City office', zh: '市级管理员' }),
    county: () => say({ en: 'County office', zh: '县级管理员' }),
    inspector: () => say({ en: 'Inspector', zh: '驻点人员' }),
    auditor: () => say({ en: 'Auditor', zh: '只读审计' }),
    n8n: () => say({ en: 'n8n owner', zh: '流程维护（n8n）' }),
    mail: () => say({ en: 'Mail catcher', zh: '邮件捕获器' }),
  },
};

/** The steps of a start, and what they came to. */
export const stepTexts = {
  foundations: () => say({ en: 'Foundations', zh: '基础' }),
  services: () => say({ en: 'Services', zh: '服务' }),
  preparation: () => say({ en: 'Preparation', zh: '准备' }),
  provisioning: () => say({ en: 'Provisioning', zh: '配置数据' }),
  up: (title: string) => say({ en: `${title} up`, zh: `${title} 已启动` }),
  provisioningFinished: () => say({ en: 'Provisioning finished', zh: '数据配置完成' }),
  databases: () => say({ en: 'Databases', zh: '数据库' }),
  tables: () => say({ en: 'Directus tables', zh: 'Directus 数据表' }),
  collections: () => say({ en: 'Collections, roles, permissions', zh: '数据模型、角色和权限' }),
  sql: () => say({ en: 'Triggers, checks, indexes', zh: '触发器、约束和索引' }),
  reference: () => say({ en: 'Reference data', zh: '基础数据' }),
  logins: () => say({ en: 'Logins', zh: '登录账号' }),
  demo: () => say({ en: 'Demo data', zh: '演示数据' }),
  extensionProvisioning: () => say({ en: 'Extension for provisioning', zh: '配置用扩展' }),
  extensionDirectus: () => say({ en: 'Extension for Directus', zh: 'Directus 扩展' }),
  nodes: () => say({ en: 'Nodes for n8n', zh: 'n8n 节点' }),
  workflows: () => say({ en: 'Credential and workflows', zh: '凭据和流程' }),
  listening: () => say({ en: 'n8n listens for events', zh: 'n8n 开始接收事件' }),
  unchanged: () => say({ en: 'unchanged', zh: '没有变化' }),
  built: () => say({ en: 'built', zh: '已生成' }),
  kept: (names: readonly string[]) => say({ en: `made here and kept: ${names.join(', ')}`, zh: `单位自建、已保留：${names.join('、')}` }),
  applied: (count: number, broken: number) =>
    say({
      en: `${count} files applied${broken > 0 ? `; ${broken} rules that older rows break: npm run doctor` : ''}`,
      zh: `已执行 ${count} 个文件${broken > 0 ? `；有 ${broken} 项规则与早先的数据不符，见 npm run doctor` : ''}`,
    }),
  loginsMade: (count: number) => say({ en: `${count} logins made`, zh: `新建 ${count} 个登录账号` }),
  demoLeftOut: () => say({ en: 'left out', zh: '不载入' }),
  workflowsPublished: (count: number) => say({ en: `${count} workflows published`, zh: `已发布 ${count} 个流程` }),
  workflowsAsked: (names: readonly string[]) =>
    say({
      en: `changed in n8n and by this version, n8n's kept: ${names.join(', ')}; npm run workflows:diff`,
      zh: `n8n 中和本版本都有改动，保留了 n8n 中的：${names.join('、')}；见 npm run workflows:diff`,
    }),
  notListening: () =>
    say({
      en: 'not yet; npm run doctor says more. Until it does, Directus reports major hazards by itself',
      zh: '尚未开始，详情见 npm run doctor；在此之前，重大隐患由 Directus 直接报送',
    }),
};

/** Why a start is refused, or a part of it fails. */
export const refusalTexts = {
  sqlFailed: (name: string, line: number, detail: string) =>
    say({ en: `schema/sql/${name}, line ${line}: ${detail}`, zh: `schema/sql/${name} 第 ${line} 行：${detail}` }),
  sqlRemedy: () =>
    say({ en: 'Nothing of this file was applied. Correct the file, then start again.', zh: '这个文件没有执行任何内容。请改正后重新启动。' }),
  lowDisk: (free: number, dataDir: string) =>
    say({
      en: `Only ${free} MB are free where ${dataDir} lies; at least 512 MB are needed.`,
      zh: `${dataDir} 所在磁盘只剩 ${free} MB，至少需要 512 MB。`,
    }),
  lowDiskRemedy: () =>
    say({
      en: 'Free some space there, or put the data elsewhere with ZHUDIAN_DATA_DIR=/other/disk/zhudian.',
      zh: '请清理磁盘，或用 ZHUDIAN_DATA_DIR=/other/disk/zhudian 把数据放到别处。',
    }),
  runsAlready: (pid: number) =>
    say({ en: `Zhudian already runs on this data folder (process ${pid}).`, zh: `系统已在使用这个数据目录（进程 ${pid}）。` }),
  runsAlreadyRemedy: (pid: number) =>
    say({
      en: `Use that one, or stop it with Ctrl-C in its window (or: kill ${pid}). A second stack needs its own ZHUDIAN_DATA_DIR and ZHUDIAN_PORT_BASE.`,
      zh: `请直接使用，或在它的窗口按 Ctrl-C 停止（或执行 kill ${pid}）。再装一套的，请另设 ZHUDIAN_DATA_DIR 和 ZHUDIAN_PORT_BASE。`,
    }),
  sameMoment: () => say({ en: 'Another start began on this data folder at the same moment.', zh: '另一次启动同时使用了这个数据目录。' }),
  sameMomentRemedy: () => say({ en: 'Wait for that one; it prints the addresses.', zh: '请等待那一次启动完成，它会显示地址。' }),
  portInUse: (port: number, what: string, holder: string) =>
    say({ en: `port ${port} (for ${what}) is in use by ${holder}`, zh: `端口 ${port}（用于 ${what}）被${holder}占用` }),
  ofOtherAccount: () =>
    say({
      en: 'a program of another account (another installation of Zhudian on this machine?)',
      zh: '另一账号的程序（本机是否另装有一套驻点系统？）',
    }),
  holder: (pid: string, command: string) => say({ en: `process ${pid} (${command})`, zh: `进程 ${pid}（${command}）` }),
  cannotListen: (faults: readonly string[]) => say({ en: `Cannot listen: ${faults.join('; ')}.`, zh: `无法使用端口：${faults.join('；')}。` }),
  portsRemedy: (base: number) =>
    say({
      en: `End that program, or choose other ports: ZHUDIAN_PORT_BASE=${base} in .env, in the environment, or before npm start.`,
      zh: `请结束该程序，或换用其他端口：在 .env 或环境变量中设置 ZHUDIAN_PORT_BASE=${base}。`,
    }),
  ports: {
    broker: () => say({ en: "n8n's task broker", zh: 'n8n 任务代理' }),
    directus: () => say({ en: 'Directus', zh: 'Directus' }),
    n8n: () => say({ en: 'n8n', zh: 'n8n' }),
    mail: () => say({ en: "the mail catcher's page", zh: '邮件捕获器网页' }),
    smtp: () => say({ en: "the mail catcher's SMTP", zh: '邮件捕获器收信' }),
    postgres: () => say({ en: 'PostgreSQL', zh: 'PostgreSQL' }),
  },
  partFailed: (title: string, fault: string, log: string, lines: string) =>
    say({ en: `${title} ${fault}. Its last lines (${log}):\n${lines}`, zh: `${title} ${fault}。日志最后几行（${log}）：\n${lines}` }),
  endedStarting: () => say({ en: 'ended while starting', zh: '在启动过程中退出' }),
  notHealthy: (seconds: number, reason: string | undefined) =>
    say({
      en: `did not become healthy within ${seconds} s (${reason ?? 'no answer'})`,
      zh: `在 ${seconds} 秒内没有正常启动（${reason ?? '没有响应'}）`,
    }),
  commandFailed: (name: string, code: number | string, lines: string) =>
    say({ en: `${name} failed (${code}). Its last lines:\n${lines}`, zh: `${name} 执行失败（${code}）。最后几行输出：\n${lines}` }),
  commandRemedy: (log: string) => say({ en: `All of it: ${log}`, zh: `完整输出：${log}` }),
  directusVersion: (version: string) =>
    say({
      en: `Directus ${version} is installed; Zhudian needs the line 11 (11.17.4): later ones ignore custom permission rules without a licence key.`,
      zh: `安装的是 Directus ${version}；需要 Directus 11（11.17.4）：更高版本没有许可证时不执行自定义权限规则。`,
    }),
  directusVersionRemedy: () =>
    say({
      en: 'Restore package-lock.json (git checkout package-lock.json), delete node_modules and run npm start.',
      zh: '请恢复 package-lock.json（git checkout package-lock.json），删除 node_modules 后执行 npm start。',
    }),
  noAdministrator: () =>
    say({
      en: 'No administrator is active in Directus: the data model cannot be brought up to date.',
      zh: 'Directus 中没有可用的管理员账号，无法升级数据模型。',
    }),
  noAdministratorRemedy: () =>
    say({
      en: "In the database directus: UPDATE directus_users SET status = 'active' WHERE email = '<an administrator's address>'.",
      zh: "请在数据库 directus 中执行：UPDATE directus_users SET status = 'active' WHERE email = '<管理员邮箱>'",
    }),
  directusRefused: (method: string, path: string, answer: string) =>
    say({ en: `Directus refused ${method} ${path}: ${answer}`, zh: `Directus 拒绝了 ${method} ${path}：${answer}` }),
  directusRefusedRemedy: () =>
    say({
      en: 'Its log (logs/directus-provision.log in the data folder) says more.',
      zh: '详情见数据目录中的 logs/directus-provision.log。',
    }),
  notBuilt: (output: string) => say({ en: `The Directus extension does not build:\n${output}`, zh: `Directus 扩展无法生成：\n${output}` }),
  notBuiltRemedy: () =>
    say({
      en: 'Correct the fault above in extensions/directus-extension-zhudian.',
      zh: '请改正 extensions/directus-extension-zhudian 中的上述错误。',
    }),
  rootCannotRead: (account: string, path: string) =>
    say({
      en: `As root, PostgreSQL runs as the account "${account}", which may not read ${path}.`,
      zh: `以 root 启动时，PostgreSQL 使用账号“${account}”运行，而该账号无权读取 ${path}。`,
    }),
  rootCannotReadRemedy: () =>
    say({
      en: 'Put the checkout where others may read it (for example /opt/zhudian), or run npm start as an ordinary user.',
      zh: '请把程序放到其他账号可读的位置（例如 /opt/zhudian），或用普通账号执行 npm start。',
    }),
  noPostgresAccount: (account: string) =>
    say({
      en: `As root, PostgreSQL needs an account "${account}" to run as, and it could not be made.`,
      zh: `以 root 启动时，PostgreSQL 需要账号“${account}”，而这个账号无法建立。`,
    }),
  noPostgresAccountRemedy: (account: string) =>
    say({
      en: `Make it (useradd --system ${account}), or run npm start as an ordinary user.`,
      zh: `请建立该账号（useradd --system ${account}），或用普通账号执行 npm start。`,
    }),
};
