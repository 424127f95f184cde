import { say } from './say.ts';

/** What is said about PostgreSQL, Directus, n8n and the mail catcher. */
export const partTexts = {
  diskFull: () =>
    say({
      en: 'The disk is full: free some space, then start again. Nothing that was committed is lost.',
      zh: '磁盘已满：请清理后重新启动。已提交的数据没有丢失。',
    }),
  memory: () =>
    say({
      en: 'The machine has too little memory free: 3 GB are needed for all parts together.',
      zh: '可用内存不足：各部分合计需要 3 GB。',
    }),
  postgresAccess: (dataDir: string) =>
    say({
      en: `Files of the database belong to another account: somebody started it once as root. Nothing is lost. As an administrator of the machine: sudo chown -R ACCOUNT: ${dataDir}   with the account that runs Zhudian; then start again.`,
      zh: `数据库文件属于另一账号：曾有人用 root 启动过。数据没有丢失。请用管理员执行：sudo chown -R 账号: ${dataDir}   （账号为运行本系统的账号），然后重新启动。`,
    }),
  postgresMajor: () =>
    say({
      en: 'The data folder was made by another major version of PostgreSQL: start it with the version of Zhudian that made it, and move the databases with pg_dump from there.',
      zh: '数据目录由 PostgreSQL 的另一主版本建立：请用建立它的版本启动，再用 pg_dump 迁移数据库。',
    }),
  postgresSecrets: (dataDir: string) =>
    say({
      en: `secrets.json does not belong to this database: put back the one that does, from a backup or from before-… in ${dataDir}.`,
      zh: `secrets.json 与数据库不是同一套：请从备份或 ${dataDir} 的 before-… 目录中放回原来的一份。`,
    }),
  postgresUnknown: (dataDir: string) => say({ en: `Read ${dataDir}/logs/postgres.log.`, zh: `请查看 ${dataDir}/logs/postgres.log。` }),
  portTaken: () =>
    say({
      en: 'Another program took the port in the meantime: end it, or choose another ZHUDIAN_PORT_BASE.',
      zh: '端口已被其他程序占用：请结束该程序，或另设 ZHUDIAN_PORT_BASE。',
    }),
  nativeModule: () =>
    say({
      en: 'A native module does not fit this Node: delete node_modules and run npm start again.',
      zh: '有程序包与当前 Node 不匹配：请删除 node_modules 后重新执行 npm start。',
    }),
  encryptionKey: (folder: string) =>
    say({
      en: `The folder ${folder} belongs to another secrets.json: put the right one back.`,
      zh: `目录 ${folder} 与 secrets.json 不是同一套：请放回原来的一份。`,
    }),
  smtpGreeting: (greeting: string) => say({ en: `SMTP greeted with ${greeting}`, zh: `SMTP 的应答为 ${greeting}` }),
  smtpSilent: () => say({ en: 'SMTP did not greet', zh: 'SMTP 没有应答' }),
  mailbox: (log: string, mailbox: string) =>
    say({ en: `Read ${log}. A damaged mailbox may be deleted: ${mailbox}`, zh: `请查看 ${log}。损坏的邮箱目录可以删除：${mailbox}` }),
  readLog: (log: string) => say({ en: `Read ${log}, or run npm run doctor.`, zh: `请查看 ${log}，或执行 npm run doctor。` }),
};
