import { say } from './say.ts';

/** What the doctor looks at, as its findings are headed. */
export const checkNames = {
  version: () => say({ en: 'Version', zh: '版本' }),
  node: () => say({ en: 'Node', zh: 'Node' }),
  directusPackage: () => say({ en: 'Directus package', zh: 'Directus 程序包' }),
  n8nPackage: () => say({ en: 'n8n package', zh: 'n8n 程序包' }),
  built: () => say({ en: 'Built extensions', zh: '扩展程序' }),
  dataFolder: () => say({ en: 'Data folder', zh: '数据目录' }),
  permissions: () => say({ en: 'File permissions', zh: '文件权限' }),
  disk: () => say({ en: 'Disk', zh: '磁盘' }),
  certificates: () => say({ en: 'Own certificates', zh: '自有证书' }),
  machine: () => say({ en: 'Machine', zh: '服务器' }),
  time: () => say({ en: 'Time', zh: '时间' }),
  backup: () => say({ en: 'Backup', zh: '备份' }),
  running: () => say({ en: 'Running', zh: '运行状态' }),
  ports: () => say({ en: 'Ports', zh: '端口' }),
  postgres: () => say({ en: 'PostgreSQL', zh: 'PostgreSQL' }),
  schema: () => say({ en: 'Schema', zh: '数据结构' }),
  rowsOf: (table: string) => say({ en: `Rows of ${table}`, zh: `${table} 中的数据` }),
  clock: () => say({ en: 'Clock', zh: '演练时钟' }),
  directus: () => say({ en: 'Directus', zh: 'Directus' }),
  health: () => say({ en: 'GET /zhudian/health', zh: '健康状况（/zhudian/health）' }),
  healthOf: (part: string, label: string) => say({ en: `health: ${part}`, zh: `健康：${label}` }),
  n8n: () => say({ en: 'n8n', zh: 'n8n' }),
  workflow: (name: string) => say({ en: `workflow ${name}`, zh: `流程 ${name}` }),
  workflows: () => say({ en: 'workflows of this version', zh: '本版本的流程' }),
  publicAddress: () => say({ en: 'Public address', zh: '对外地址' }),
  mailRoute: () => say({ en: 'Mail route', zh: '邮件通路' }),
  alerts: () => say({ en: 'Alerts', zh: '群机器人' }),
  previews: () => say({ en: 'Previews', zh: '预览' }),
};

/** What the doctor says about the machine, its folders and the program. */
export const machineTexts = {
  failed: (dataDir: string) =>
    say({ en: `Is it running? npm start; its log is in ${dataDir}/logs.`, zh: `系统是否在运行？请执行 npm start；日志在 ${dataDir}/logs。` }),
  nodeRemedy: () =>
    say({ en: 'Run it through npm (npm run doctor): it brings Node 24.', zh: '请通过 npm 运行（npm run doctor），会自动使用 Node 24。' }),
  missing: () => say({ en: 'missing', zh: '没有安装' }),
  directusRemedy: () =>
    say({
      en: 'Zhudian needs the line 11 (11.17.4); later ones ignore custom permission rules without a licence key. Restore package-lock.json and run npm start.',
      zh: '需要 Directus 11（11.17.4）：更高版本没有许可证时不执行自定义权限规则。请恢复 package-lock.json 后执行 npm start。',
    }),
  n8nRemedy: () =>
    say({
      en: 'Zhudian needs n8n 2.40.7. Restore package-lock.json and run npm start.',
      zh: '需要 n8n 2.40.7。请恢复 package-lock.json 后执行 npm start。',
    }),
  builtRemedy: () => say({ en: 'Run npm start, or npm run build.', zh: '请执行 npm start 或 npm run build。' }),
  dataRemedy: () =>
    say({
      en: 'Nothing was started with this folder yet: run npm start, or name the right one with ZHUDIAN_DATA_DIR.',
      zh: '还没有用这个目录启动过：请执行 npm start，或用 ZHUDIAN_DATA_DIR 指定正确的目录。',
    }),
  closed: () => say({ en: 'closed to other accounts', zh: '其他账号无法读取' }),
  permissionsRemedy: () =>
    say({
      en: 'Other accounts of this machine can read this. Start the stack again, which closes what it made; for .env: chmod 600 .env.',
      zh: '本机其他账号能读取以上内容。重新启动即可收紧系统自己的文件；.env 请执行 chmod 600 .env。',
    }),
  free: (megabytes: number) => say({ en: `${megabytes} MB free`, zh: `剩余 ${megabytes} MB` }),
  diskRemedy: (dataDir: string) =>
    say({
      en: `Free some space where ${dataDir} lies: PostgreSQL stops hard on a full disk.`,
      zh: `请清理 ${dataDir} 所在的磁盘：磁盘写满后数据库会停止。`,
    }),
  certificatesRemedy: () =>
    say({
      en: 'NODE_EXTRA_CA_CERTS names a file that is not there: put it there, or correct .env.',
      zh: 'NODE_EXTRA_CA_CERTS 指明的文件不存在：请放好文件，或改正 .env。',
    }),
  timeKept: () => say({ en: 'kept right over the network', zh: '由网络校准' }),
  timeNotKept: () => say({ en: 'nothing keeps the clock of this machine right', zh: '本机时间没有校准' }),
  timeRemedy: () =>
    say({
      en: 'Turn on timedatectl set-ntp true, or chrony with the time server of your network: deadlines and reminders go by this clock.',
      zh: '请执行 timedatectl set-ntp true，或用 chrony 连接本单位的时间服务器：期限和提醒以本机时间为准。',
    }),
  process: (pid: number) => say({ en: `process ${pid}`, zh: `进程 ${pid}` }),
  notRunning: () => say({ en: 'no', zh: '没有运行' }),
  notRunningRemedy: () => say({ en: 'Run npm start. What follows cannot answer until then.', zh: '请执行 npm start；启动前，以下各项无法检查。' }),
  anotherProgram: () => say({ en: 'another program', zh: '其他程序' }),
  portsFree: (from: number, to: number) => say({ en: `${from}–${to} are free`, zh: `${from}–${to} 空闲` }),
  portsTaken: (ports: readonly string[]) => say({ en: `in use: ${ports.join(', ')}`, zh: `已被占用：${ports.join('、')}` }),
  portsRemedy: () =>
    say({
      en: 'End these programs, or choose another ZHUDIAN_PORT_BASE.',
      zh: '请结束占用端口的程序，或另设 ZHUDIAN_PORT_BASE。',
    }),
  heldBy: (port: number, holder: string) => say({ en: `${port} (${holder})`, zh: `${port}（${holder}）` }),
};

/** What the doctor says about the databases, Directus and n8n. */
export const servicesTexts = {
  newer: (data: string) => say({ en: `the data is of ${data}`, zh: `数据的版本为 ${data}` }),
  startDue: () => say({ en: 'Stop Zhudian and run npm start: it brings the data up to date.', zh: '请停止后执行 npm start：启动时自动升级数据。' }),
  filesApplied: (count: number) => say({ en: `${count} SQL files applied`, zh: `${count} 个 SQL 文件均已执行` }),
  filesDue: (names: readonly string[]) =>
    say({ en: `not applied as they are here: ${names.join(', ')}`, zh: `与本版本不一致、尚未执行：${names.join('、')}` }),
  filesRemedy: () => say({ en: 'Stop the stack and run npm start: it applies them.', zh: '请停止后执行 npm start：启动时自动执行。' }),
  rowsBroken: (rows: number, rule: string, keys: readonly string[]) =>
    say({
      en: `${rows} from before the rule ${rule} break it: ${keys.join(', ')}${rows > keys.length ? ' …' : ''}`,
      zh: `有 ${rows} 条早于规则 ${rule} 的数据不符合规则：${keys.join('、')}${rows > keys.length ? ' …' : ''}`,
    }),
  rowsRemedy: () =>
    say({
      en: 'Open each in the panel and put it right: it cannot be saved otherwise. Nothing else suffers from it.',
      zh: '请在后台逐条打开改正，否则无法保存；其他功能不受影响。',
    }),
  realTime: () => say({ en: 'the real time', zh: '使用真实时间' }),
  rehearsal: (ahead: string, at: string) =>
    say({ en: `a rehearsal's clock is set: ${ahead} ahead, ${at} in Beijing`, zh: `设有演练时钟：快 ${ahead}，演练时间为 ${at}` }),
  rehearsalRemedy: () =>
    say({
      en: 'When the rehearsal is over: DELETE FROM zhudian_clock. Where mail is real, Directus does not start before that.',
      zh: '演练结束后请在数据库中执行 DELETE FROM zhudian_clock；使用真实邮件时，执行之前 Directus 不会启动。',
    }),
  readLogs: (dataDir: string) =>
    say({ en: `Read ${dataDir}/logs/directus.log and n8n.log.`, zh: `请查看 ${dataDir}/logs 中的 directus.log 和 n8n.log。` }),
  noSecrets: () => say({ en: 'secrets.json is not there yet', zh: '还没有 secrets.json' }),
  notLoaded: () =>
    say({ en: 'The extension is not loaded: npm run build, then start again.', zh: '扩展没有加载：请执行 npm run build 后重新启动。' }),
  doIt: () => say({ en: 'Do what the line says.', zh: '请按上一行所说处理。' }),
  addressesDue: (addresses: readonly string[]) =>
    say({ en: `to be put right in Settings and Counties: ${addresses.join(', ')}`, zh: `请核对：${addresses.join('、')}` }),
  readN8nLog: (dataDir: string) => say({ en: `Read ${dataDir}/logs/n8n.log.`, zh: `请查看 ${dataDir}/logs/n8n.log。` }),
  notThere: () => say({ en: 'not there', zh: '不存在' }),
  published: () => say({ en: 'published', zh: '已发布' }),
  notPublished: () => say({ en: 'not published', zh: '没有发布' }),
  publish: () => say({ en: 'Open it in n8n and press Publish.', zh: '请在 n8n 中打开它，点“Publish”（发布）。' }),
  push: () => say({ en: 'Stop the stack and run npm run workflows:push.', zh: '请停止后执行 npm run workflows:push。' }),
  workflowsWell: () => say({ en: 'in n8n, or changed there on purpose', zh: '均已在 n8n 中，或按单位的意思修改过' }),
  workflowsAsked: (names: string) => say({ en: `changed in n8n and by an update: ${names}`, zh: `在 n8n 中改过，本次升级也改了：${names}` }),
  workflowsRemedy: () =>
    say({ en: 'npm run workflows:diff shows both and the command for either.', zh: 'npm run workflows:diff 显示两处改动和取舍的命令。' }),
  noPreview: () => say({ en: 'none: documents are downloaded and opened in Word or WPS', zh: '没有：文书下载后用 Word 或 WPS 打开' }),
  sofficeFault: (named: string) => say({ en: `ZHUDIAN_SOFFICE names ${named}, which cannot be run`, zh: `ZHUDIAN_SOFFICE 指明的 ${named} 无法运行` }),
  sofficeRemedy: () => say({ en: 'Install LibreOffice, or leave ZHUDIAN_SOFFICE empty.', zh: '请安装 LibreOffice，或不设 ZHUDIAN_SOFFICE。' }),
  gotenbergStatus: (address: string, status: number | undefined) =>
    status === undefined
      ? say({ en: `Gotenberg at ${address} does not answer`, zh: `Gotenberg（${address}）没有响应` })
      : say({ en: `Gotenberg at ${address} answers ${status}`, zh: `Gotenberg（${address}）返回 ${status}` }),
  gotenbergRemedy: () =>
    say({ en: 'Check ZHUDIAN_GOTENBERG_URL, and that Gotenberg runs.', zh: '请检查 ZHUDIAN_GOTENBERG_URL，以及 Gotenberg 是否在运行。' }),
};

/** What the doctor says about backups. */
export const backupTexts = {
  none: () => say({ en: 'none was ever made of this data folder', zh: '这个数据目录从未备份过' }),
  noneRemedy: () =>
    say({
      en: 'Make one now and set up the nightly one: docs/operations.md, "Back up".',
      zh: '请立即备份一次，并设置每夜自动备份：docs/operations.zh-CN.md“备份”一节。',
    }),
  ahead: (at: string, file: string) =>
    say({ en: `the last one is dated in the future (${at}): ${file}`, zh: `最近一次备份的时间在将来（${at}）：${file}` }),
  aheadRemedy: () =>
    say({
      en: 'The clock was wrong when it was made, or is now: look at the clock of this machine, then make a backup.',
      zh: '备份时或现在的本机时间不对：请核对本机时间，然后再备份一次。',
    }),
  last: (hours: number, file: string) =>
    say({ en: `the last whole one ${hours} hours ago: ${file}`, zh: `最近一次完整备份在 ${hours} 小时前：${file}` }),
  lateRemedy: () =>
    say({
      en: 'Run the command of the nightly backup by hand and read what it says: the disk, the folder, the passphrase file.',
      zh: '请手工执行每夜备份的命令，看它提示什么：磁盘、目录还是口令文件。',
    }),
  elsewhere: (detail: string, count: number) =>
    say({
      en: `${detail}; ${count} uploads are not in it, since they lie in another storage`,
      zh: `${detail}；其中缺少 ${count} 个上传文件，它们存放在其他存储中`,
    }),
  elsewhereRemedy: () =>
    say({
      en: 'Back that storage up by its own means, or bring these files back into the folder of uploads.',
      zh: '请用该存储自己的方式备份，或把这些文件移回上传目录。',
    }),
  gone: (reason: string, file: string) =>
    say({ en: `the last one is not there any more (${reason}): ${file}`, zh: `最近一次备份已不在原处（${reason}）：${file}` }),
  goneRemedy: () =>
    say({
      en: 'Is the disk or share with the archives mounted? Make a backup, and find out who takes archives away.',
      zh: '存放备份的磁盘或共享目录是否已挂载？请备份一次，并查明是谁移走了备份。',
    }),
  hidden: (detail: string, reason: string) =>
    say({ en: `${detail}, whose folder cannot be looked into from here (${reason})`, zh: `${detail}；从这里无法查看该目录（${reason}）` }),
  hiddenRemedy: () =>
    say({
      en: 'Look yourself whether it is there: a share that is not mounted, or a folder of another account.',
      zh: '请自行查看备份是否在：共享目录没有挂载，或目录属于其他账号。',
    }),
};

/** What the doctor says about the ways out: the public address, the relay, the robot. */
export const wayOutTexts = {
  proxyStatus: (url: string, status: number | undefined) =>
    say({ en: `${url}: HTTP ${status ?? '?'} to /server/ping`, zh: `${url}：访问 /server/ping 返回 HTTP ${status ?? '?'}` }),
  proxyRemedy: () =>
    say({
      en: 'The reverse proxy answers, Directus behind it does not: compare where it leads with docker/Caddyfile.',
      zh: '反向代理有响应，其后的 Directus 没有：请对照 docker/Caddyfile 检查转发地址。',
    }),
  goodHours: (url: string, hours: number) =>
    say({ en: `${url}, certificate good for ${hours} more hours`, zh: `${url}，证书还有 ${hours} 小时到期` }),
  goodDays: (url: string, days: number) => say({ en: `${url}, certificate good for ${days} more days`, zh: `${url}，证书还有 ${days} 天到期` }),
  noAnswer: (seconds: number) => say({ en: `no answer within ${seconds} s`, zh: `${seconds} 秒内没有响应` }),
  notTls: () => say({ en: 'the answer did not come in TLS', zh: '响应没有经过 TLS 加密' }),
  renew: () =>
    say({
      en: 'Renew the certificate of the reverse proxy, or see why it was not renewed by itself: without it nobody can open or confirm anything.',
      zh: '请更新反向代理的证书，或查明为何没有自动更新：证书到期后，谁也打不开系统、无法签收。',
    }),
  expired: () =>
    say({
      en: 'Renew the certificate of the reverse proxy now: nobody can open or confirm anything.',
      zh: '请立即更新反向代理的证书：现在谁也打不开系统、无法签收。',
    }),
  authorityUnknown: () =>
    say({
      en: "Its authority is unknown here, and to phones without it: take a certificate they trust, and let the proxy send the whole chain. The office's own authority: its PEM file in NODE_EXTRA_CA_CERTS.",
      zh: '本机和手机都不认识签发该证书的机构：请换用受信任的证书，并让代理发送完整的证书链。本单位自建机构的，请把它的 PEM 文件写入 NODE_EXTRA_CA_CERTS。',
    }),
  wrongName: () =>
    say({
      en: 'Give the reverse proxy a certificate for the name in ZHUDIAN_PUBLIC_URL.',
      zh: '请为反向代理配置与 ZHUDIAN_PUBLIC_URL 域名一致的证书。',
    }),
  notReached: () =>
    say({
      en: 'Open it on a desk of the office. If it works there, only this machine does not find the way: name the proxy in its /etc/hosts. Else: the name in DNS, the proxy, the firewall.',
      zh: '请在办公电脑上打开试试。能打开的，只是本机找不到路：请在本机 /etc/hosts 中写上代理的地址；打不开的，请检查域名解析、代理和防火墙。',
    }),
  toCatcher: (where: string) =>
    say({ en: `${where} (the mail catcher: nothing leaves this machine)`, zh: `${where}（邮件捕获器，邮件不会离开本机）` }),
  reached: (where: string, isSecure: boolean, user: string) =>
    (isSecure
      ? say({ en: `${where}, with TLS`, zh: `${where}，已用 TLS 加密` })
      : say({ en: `${where}, without TLS`, zh: `${where}，没有 TLS 加密` })) +
    (user ? say({ en: `, logged in as ${user}`, zh: `，已用账号 ${user} 登录` }) : ''),
  waits: (remedy: string) => say({ en: `${remedy} Mail waits in the ledger meanwhile.`, zh: `${remedy}其间邮件在台账中等待。` }),
  plainNeedless: () =>
    say({
      en: 'The relay offers TLS: take ZHUDIAN_SMTP_PLAIN out of .env, or whoever comes between may have the password without it.',
      zh: '邮件服务器支持 TLS：请从 .env 中删去 ZHUDIAN_SMTP_PLAIN，否则中间人可能取得密码。',
    }),
  plain: () =>
    say({
      en: 'ZHUDIAN_SMTP_PLAIN=true: user, password and every report travel in the open. Ask for TLS at the relay, then take the setting out.',
      zh: 'ZHUDIAN_SMTP_PLAIN=true：账号、密码和每份报告都以明文传输。请让邮件服务器启用 TLS，再删去这项设置。',
    }),
  noTls: () =>
    say({
      en: 'It offers no TLS, so nobody logs in. Turn TLS on at the relay, or take its port 465 with ZHUDIAN_SMTP_SECURE=true; only in a network you trust: ZHUDIAN_SMTP_PLAIN=true.',
      zh: '邮件服务器不支持 TLS，因此没有登录。请在服务器上启用 TLS，或使用 465 端口并设置 ZHUDIAN_SMTP_SECURE=true；只有在可信的内网中才可设置 ZHUDIAN_SMTP_PLAIN=true。',
    }),
  senderRefused: () =>
    say({
      en: 'It takes mail of the account that logged in, or of addresses it knows, only: set ZHUDIAN_MAIL_FROM to that account, or have the relay allow this sender. Until then every report is refused.',
      zh: '邮件服务器只接受登录账号本人或已登记的发件人：请把 ZHUDIAN_MAIL_FROM 改为登录账号，或让服务器允许这个发件人。在此之前，每份报告都会被拒收。',
    }),
  relayAuthority: () =>
    say({
      en: "Its certificate is of nobody this machine knows: put that of the office's own authority (or, self-signed, its own) as PEM into a file, name it in NODE_EXTRA_CA_CERTS in .env, and start again.",
      zh: '本机不认识签发其证书的机构：请把本单位机构的证书（自签名的，即服务器自己的证书）以 PEM 格式存为文件，写入 .env 的 NODE_EXTRA_CA_CERTS，然后重新启动。',
    }),
  relayExpired: () =>
    say({
      en: 'Have the certificate of the relay renewed, and look whether the clock of this machine is right.',
      zh: '请更新邮件服务器的证书，并核对本机时间。',
    }),
  relayName: () =>
    say({
      en: 'Name the relay in ZHUDIAN_SMTP_HOST as its certificate names it.',
      zh: '请在 ZHUDIAN_SMTP_HOST 中使用证书上的名称。',
    }),
  relayKind: () =>
    say({
      en: 'ZHUDIAN_SMTP_SECURE does not fit ZHUDIAN_SMTP_PORT: true for 465, false for 25 and 587.',
      zh: 'ZHUDIAN_SMTP_SECURE 与 ZHUDIAN_SMTP_PORT 不匹配：465 端口用 true，25 和 587 端口用 false。',
    }),
  relayLogin: () =>
    say({
      en: 'Check ZHUDIAN_SMTP_USER and ZHUDIAN_SMTP_PASSWORD; some relays want a password of its own for programs.',
      zh: '请检查 ZHUDIAN_SMTP_USER 和 ZHUDIAN_SMTP_PASSWORD；有的邮件服务器要求使用专门的授权码。',
    }),
  relayElse: () =>
    say({
      en: 'Check ZHUDIAN_SMTP_HOST and ZHUDIAN_SMTP_PORT, and that a firewall lets this machine reach the relay.',
      zh: '请检查 ZHUDIAN_SMTP_HOST 和 ZHUDIAN_SMTP_PORT，以及防火墙是否允许本机连接邮件服务器。',
    }),
  noRobot: () => say({ en: 'no robot is named', zh: '没有设置群机器人' }),
  noRobotRemedy: () =>
    say({
      en: 'When mail fails, mail cannot say so: name the robot of a WeCom or DingTalk group in ZHUDIAN_ALERT_WEBHOOK.',
      zh: '邮件发不出去时，无法用邮件告知：请在 ZHUDIAN_ALERT_WEBHOOK 中设置企业微信或钉钉群机器人。',
    }),
  robot: (host: string) => say({ en: `the robot at ${host}`, zh: `机器人（${host}）` }),
  robotUntried: (robot: string) =>
    say({ en: `${robot}; npm run doctor -- --tell lets it say a word`, zh: `${robot}；npm run doctor -- --tell 可让它说一句话` }),
  robotSaid: (robot: string, answer: string) =>
    say({
      en: `${robot} was given a test message and answered: ${answer || 'nothing'}. See that it is in the group.`,
      zh: `已让${robot}发送测试消息，它回答：${answer || '（无内容）'}。请到群里查看是否收到。`,
    }),
  robotRemedy: () =>
    say({
      en: 'Copy ZHUDIAN_ALERT_WEBHOOK from the group again (DingTalk: with the keyword 驻点). Not reached at all: a firewall, or a proxy: HTTPS_PROXY and NODE_USE_ENV_PROXY=1.',
      zh: '请从群里重新复制 ZHUDIAN_ALERT_WEBHOOK（钉钉的关键词为“驻点”）。完全连不上的，请检查防火墙，或设置代理 HTTPS_PROXY 和 NODE_USE_ENV_PROXY=1。',
    }),
};

/** What the doctor says of itself. */
export const doctorTexts = {
  description: () =>
    say({
      en: 'Says what is wrong with an installation, and how to put it right. Changes nothing, and sends nothing unless told to.',
      zh: '检查系统有什么问题、怎样解决。不作任何改动；没有要求时不发送任何消息。',
    }),
  json: () => say({ en: 'one line of JSON instead of a list', zh: '输出一行 JSON，而不是清单' }),
  tell: () => say({ en: "let the group's robot (ZHUDIAN_ALERT_WEBHOOK) say a word", zh: '让群机器人（ZHUDIAN_ALERT_WEBHOOK）说一句话' }),
  containersUp: () => say({ en: 'Is it up? docker compose ps', zh: '系统是否在运行？docker compose ps' }),
  inContainers: () =>
    say({
      en: 'In containers logs/ is "docker compose logs directus n8n", and npm start is "docker compose down && docker compose up -d".',
      zh: '容器方式下，logs/ 即“docker compose logs directus n8n”，npm start 即“docker compose down && docker compose up -d”。',
    }),
};
