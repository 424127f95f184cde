import { say } from './say.ts';

/** What is said about whose installation a data folder is, and which version made it. */
export const installationTexts = {
  checking: () => say({ en: 'Purpose and version of the data', zh: '核对数据的用途和版本' }),
  officeFolder: (dataDir: string, since: string, environment: string) =>
    say({
      en: `${dataDir} is the data folder of an office (in production since ${since}), and the settings say ZHUDIAN_ENV=${environment}. Nothing was started or changed.`,
      zh: `${dataDir} 是正式使用的数据目录（自 ${since} 起），而当前设置为 ZHUDIAN_ENV=${environment}。没有启动，也没有改动任何内容。`,
    }),
  officeDatabase: (dataDir: string, since: string, environment: string) =>
    say({
      en: `The database in ${dataDir} is an office's (in production since ${since}), and the settings say ZHUDIAN_ENV=${environment}. Nothing was changed.`,
      zh: `${dataDir} 中的数据库是正式使用的（自 ${since} 起），而当前设置为 ZHUDIAN_ENV=${environment}。没有改动任何内容。`,
    }),
  officeRemedy: () =>
    say({
      en: 'Is .env of this checkout the right one, and read? It has to say ZHUDIAN_ENV=production. To try things out, name another folder with ZHUDIAN_DATA_DIR; for a drill, restore a backup into that one and set ZHUDIAN_ENV=drill.',
      zh: '请检查程序目录中的 .env 是否正确、是否被读取：其中应有 ZHUDIAN_ENV=production。试用请用 ZHUDIAN_DATA_DIR 另指定目录；演练请把备份恢复到另一目录，并设置 ZHUDIAN_ENV=drill。',
    }),
  older: (data: string, here: string) =>
    say({
      en: `The data was last brought up to date by a later version (${data}); here is ${here}. Its SQL would undo rules that the data relies on. Nothing was changed.`,
      zh: `数据已由更新的版本（${data}）升级，而这里是 ${here}。用旧版本启动会撤销数据所依赖的规则。没有改动任何内容。`,
    }),
  olderRemedy: () =>
    say({
      en: 'Check out that version again, or a later one. To go back to this version, restore the backup from before the update with it (docs/operations.md, 5.3).',
      zh: '请重新检出该版本或更新的版本。确需退回本版本的，请用本版本恢复升级前的备份（docs/operations.zh-CN.md，5.3）。',
    }),
  notFit: (faults: readonly string[]) =>
    say({
      en: `This installation is not fit for production:\n  ${faults.join('\n  ')}`,
      zh: `这套数据不能用于正式使用：\n  ${faults.join('\n  ')}`,
    }),
  notFitRemedy: () => say({ en: 'Put these right, then start again.', zh: '请逐项处理后重新启动。' }),
  clock: () =>
    say({
      en: 'The clock of a rehearsal is set: deadlines and reminders would be wrong. In the database directus: DELETE FROM zhudian_clock.',
      zh: '仍设有演练时钟，期限和提醒都会出错。请在数据库 directus 中执行：DELETE FROM zhudian_clock',
    }),
  demo: () =>
    say({
      en: "The demo's invented people and enterprises are in this data. Take an empty ZHUDIAN_DATA_DIR; if the office has worked here already, restore the backup from before the demo came in.",
      zh: '数据中有演示用的虚构人员和企业。请用 ZHUDIAN_DATA_DIR 另指定空目录；已经正式使用的，请恢复演示数据进入之前的备份。',
    }),
  drilled: (since: string) =>
    say({
      en: `This data took part in a drill (${since}): its mails count as sent and went to nobody. Restore the backup anew, into an empty folder.`,
      zh: `这套数据用于过演练（${since}），其间的邮件已记为发出，实际没有寄给任何人。请把备份重新恢复到空目录。`,
    }),
  readyStep: () => say({ en: 'Ready for production', zh: '核对正式使用的条件' }),
  notAsked: () => say({ en: 'not asked for (ZHUDIAN_ENV)', zh: '非正式使用，跳过（ZHUDIAN_ENV）' }),
  archived: (emails: readonly string[]) =>
    say({ en: `logins of the demo archived: ${emails.join(', ')}`, zh: `已停用演示登录账号：${emails.join('、')}` }),
};
