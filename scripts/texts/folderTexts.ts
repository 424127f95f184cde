import { say } from './say.ts';

interface Access {
  readonly path: string;
  readonly owner: string;
  readonly account: string;
  readonly isThere: boolean;
  readonly isReadOnly: boolean;
  readonly command: string;
}

/** What is said about folders and files: whose they are, and what becomes of them. */
export const folderTexts = {
  access: ({ path, owner, account, isThere, isReadOnly }: Access) =>
    isReadOnly
      ? say({ en: `${path} lies on a disk that is mounted read-only.`, zh: `${path} 所在的磁盘以只读方式挂载。` })
      : isThere
        ? say({
            en: `${path} belongs to the account ${owner}; ${account}, which runs this command, may not use it.`,
            zh: `${path} 属于账号 ${owner}；运行本命令的账号 ${account} 无权使用。`,
          })
        : say({
            en: `${path} cannot be made: the folder above belongs to the account ${owner}, and ${account} runs this command.`,
            zh: `无法建立 ${path}：上级目录属于账号 ${owner}，而运行本命令的是账号 ${account}。`,
          }),
  accessRemedy: ({ isReadOnly, command, owner, isThere }: Access) =>
    isReadOnly
      ? say({ en: 'Mount it for writing, or name another folder.', zh: '请改为可写方式挂载，或另指定目录。' })
      : say({
          en: `Run it once as an administrator of the machine: ${command}${isThere ? `   or run this command as that account: sudo -u ${owner} -H …` : ''}`,
          zh: `请用管理员执行一次：${command}${isThere ? `   或改用该账号运行本命令：sudo -u ${owner} -H …` : ''}`,
        }),
  ofOthers: (dataDir: string, names: readonly string[], owner: string, account: string) =>
    say({
      en: `In ${dataDir} some things belong to the account ${owner}, not to ${account}, which runs this command: ${names.join(', ')}. Somebody started it once as ${owner}.`,
      zh: `${dataDir} 中的 ${names.join('、')} 属于账号 ${owner}，不属于运行本命令的账号 ${account}：曾有人用 ${owner} 启动过。`,
    }),
  ofOthersRemedy: (dataDir: string, account: string) =>
    say({
      en: `Nothing is lost. As an administrator of the machine: sudo chown -R ${account}: ${dataDir}   then start again.`,
      zh: `数据没有丢失。请用管理员执行：sudo chown -R ${account}: ${dataDir}   然后重新启动。`,
    }),
  notRoots: (dataDir: string, owner: string) =>
    say({
      en: `${dataDir} belongs to the account ${owner}, and root runs this command: what root writes there the service could not read any more.`,
      zh: `${dataDir} 属于账号 ${owner}，而本命令以 root 运行：root 写入的文件，服务将无法使用。`,
    }),
  notRootsRemedy: (owner: string) =>
    say({ en: `Run it as that account: sudo -u ${owner} -H npm …`, zh: `请用该账号运行：sudo -u ${owner} -H npm …` }),
  noReset: (dataDir: string) =>
    say({
      en: `There is no --reset in production: ${dataDir} is what an office works with. Nothing was touched.`,
      zh: `正式使用（production）时没有 --reset：${dataDir} 是单位正在使用的数据。没有改动任何内容。`,
    }),
  noResetRemedy: () =>
    say({
      en: 'To begin anew elsewhere, name an empty folder with ZHUDIAN_DATA_DIR. To go back to a backup: npm run restore -- FILE --force.',
      zh: '需要重新开始的，请用 ZHUDIAN_DATA_DIR 另指定空目录；需要回到某个备份的：npm run restore -- 文件 --force',
    }),
  resetUnasked: () =>
    say({
      en: '--reset puts all data aside, and nobody is there to be asked. Nothing was touched.',
      zh: '--reset 会把全部数据移开，而这里无人确认。没有改动任何内容。',
    }),
  resetUnaskedRemedy: () => say({ en: 'If it is meant: npm start -- --reset --yes', zh: '确需如此：npm start -- --reset --yes' }),
  resetQuestion: (dataDir: string) =>
    say({
      en: `Everything in ${dataDir} is put aside, and the installation begins anew. Type "yes" to go on: `,
      zh: `${dataDir} 中的全部内容将被移开，系统从头开始。确认请输入 yes：`,
    }),
  resetLeft: () => say({ en: 'Nothing was touched.', zh: '没有改动任何内容。' }),
  resetLeftRemedy: () => say({ en: 'Without --reset the start goes on with the data that is there.', zh: '不带 --reset 启动即沿用现有数据。' }),
  resetDone: (aside: string) =>
    say({ en: `What was there is in ${aside}; delete it when nobody needs it.`, zh: `原有数据已移到 ${aside}，确认不再需要后可自行删除。` }),
  secretsDamaged: (file: string) => say({ en: `${file} is damaged.`, zh: `${file} 已损坏。` }),
  secretsRemedy: () =>
    say({
      en: 'Put it back from a backup: without it the stored credentials cannot be read. Where there is none and the data is only a trial, name an empty ZHUDIAN_DATA_DIR.',
      zh: '请从备份中恢复：没有它就无法读取已保存的凭据。没有备份且只是试用的，请用 ZHUDIAN_DATA_DIR 另指定空目录。',
    }),
  foreign: (dataDir: string, names: readonly string[]) =>
    say({
      en: `${dataDir} holds files that are not Zhudian's: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}.`,
      zh: `${dataDir} 中有不属于本系统的文件：${names.slice(0, 5).join('、')}${names.length > 5 ? ' …' : ''}。`,
    }),
  foreignRemedy: () => say({ en: 'Choose an empty or new folder for ZHUDIAN_DATA_DIR.', zh: '请为 ZHUDIAN_DATA_DIR 选择空目录或新目录。' }),
};
