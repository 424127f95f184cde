import { say } from './say.ts';

/** What `npm run backup` and `npm run restore` say. */
export const archiveTexts = {
  backupDescription: () =>
    say({
      en: 'Databases, files, workflows, credentials, secrets and .env into one archive, while everything runs or not; then reads it again whole.',
      zh: '把数据库、文件、流程、凭据、密钥和 .env 备份为一个文件，系统运行与否均可；写完后再完整读一遍核对。',
    }),
  to: () =>
    say({ en: 'folder for archives (default: the data folder with -backups at its end)', zh: '存放备份的目录（默认：数据目录名加 -backups）' }),
  encrypt: () => say({ en: 'seal it with a passphrase: secrets.json inside opens everything', zh: '用口令加密：其中的 secrets.json 能打开一切' }),
  passphraseFile: () => say({ en: 'file that holds the passphrase; naming one is enough to seal', zh: '存放口令的文件；指定了就加密' }),
  keep: () =>
    say({
      en: 'delete older archives of that folder but the newest n, this one among them; bytes of mails that left over a year ago are in archives only: keep one a month or a year elsewhere',
      zh: '只保留该目录中最新的 n 份（含本次），删除更早的；一年前发出的邮件原文只在备份中，请每月或每年另存一份',
    }),
  keepFault: () => say({ en: '--keep needs a whole number from 1.', zh: '--keep 须为不小于 1 的整数。' }),
  keepRemedy: () => say({ en: 'For example --keep 14.', zh: '例如 --keep 14。' }),
  passphraseNeeded: () => say({ en: 'A sealed archive needs a passphrase.', zh: '加密备份需要口令。' }),
  passphraseRemedy: () => say({ en: 'Name the file that holds it: --passphrase-file FILE', zh: '请指定存放口令的文件：--passphrase-file 文件' }),
  nothing: (dataDir: string) => say({ en: `There is nothing to back up in ${dataDir}.`, zh: `${dataDir} 中没有可备份的内容。` }),
  nothingRemedy: () => say({ en: 'Name the right one with ZHUDIAN_DATA_DIR.', zh: '请用 ZHUDIAN_DATA_DIR 指定正确的数据目录。' }),
  made: (file: string, megabytes: string, at: string, rows: string) =>
    say({
      en: `✓ ${file}\n  ${megabytes} MB, as of ${at}, read again and whole\n  ${rows}`,
      zh: `✓ ${file}\n  ${megabytes} MB，数据截至 ${at}，已重新读取，完整无误\n  ${rows}`,
    }),
  deleted: (names: readonly string[]) => say({ en: `  deleted: ${names.join(', ')}`, zh: `  已删除：${names.join('、')}` }),
  ahead: (names: readonly string[]) =>
    say({
      en: `! Dated later than this one, so the clock was wrong once; neither counted nor deleted: ${names.join(', ')}. Look, and delete them yourself.`,
      zh: `! 以下备份的时间晚于本次，说明时钟曾经出错，没有计入，也没有删除：${names.join('、')}。请查看后自行删除。`,
    }),
  forgotten: (count: number) =>
    say({
      en: `  Bytes of ${count} mails that left over a year ago are in archives only from now on.`,
      zh: `  有 ${count} 封一年前发出的邮件，原文今后只在备份中。`,
    }),
  notSealed: () =>
    say({
      en: '  Not sealed: whoever has this file has every password. Keep it where nobody else reads, or use --passphrase-file.',
      zh: '  没有加密：得到这个文件就得到全部密码。请存放在他人读不到的地方，或使用 --passphrase-file。',
    }),
  otherMachine: (there: string, here: string) =>
    say({
      en: `The backup is of ${there}; here is ${here}. Its files cannot be read by another.`,
      zh: `备份来自 ${there}，而这里是 ${here}，无法读取其中的文件。`,
    }),
  postgresOn: (version: string, platform: string) => say({ en: `PostgreSQL ${version} on ${platform}`, zh: `PostgreSQL ${version}（${platform}）` }),
  otherMachineRemedy: () =>
    say({
      en: 'Restore it on such a machine with the Zhudian version that made it, and move the databases with pg_dump from there.',
      zh: '请在同类服务器上用备份时的版本恢复，再用 pg_dump 迁移数据库。',
    }),
  newer: (part: string, there: string, here: string) =>
    say({
      en: `The backup comes from ${part} ${there}, which is newer than ${here} here.`,
      zh: `备份来自 ${part} ${there}，比这里的 ${here} 新。`,
    }),
  newerRemedy: () => say({ en: 'Take the checkout that made the backup, or a later one.', zh: '请使用备份时的版本或更新的版本。' }),
  room: (free: string, folder: string, needed: string) =>
    say({ en: `Only ${free} are free where ${folder} lies; ${needed} are needed.`, zh: `${folder} 所在磁盘只剩 ${free}，需要 ${needed}。` }),
  backupRoom: () =>
    say({
      en: 'Free some space there, keep fewer archives (--keep), or name a folder on another disk: --to FOLDER',
      zh: '请清理磁盘、少留几份备份（--keep），或指定另一磁盘上的目录：--to 目录',
    }),
  restoreRoom: () =>
    say({
      en: 'Free some space there, or restore into a ZHUDIAN_DATA_DIR on another disk. Nothing was touched.',
      zh: '请清理磁盘，或用 ZHUDIAN_DATA_DIR 恢复到另一磁盘。没有改动任何内容。',
    }),
  elsewhere: (count: number) =>
    say({
      en: `${count} uploads are not in this backup: they lie in another storage than the folder of uploads (directus_files.storage is not "local").`,
      zh: `有 ${count} 个上传文件不在本备份中：它们存放在上传目录以外的存储中（directus_files.storage 不是“local”）。`,
    }),
  elsewhereRemedy: () =>
    say({
      en: 'Back that storage up by its own means, or bring these files back into the folder. Databases and everything else are in this backup; no older one was deleted.',
      zh: '请用该存储自己的方式备份，或把这些文件移回目录。数据库等其他内容均在本备份中，更早的备份没有删除。',
    }),
  noFolder: (reason: string) => say({ en: `The folder for archives cannot be made: ${reason}`, zh: `无法建立存放备份的目录：${reason}` }),
  noFolderRemedy: (folder: string) =>
    say({
      en: `Make it once as root for the account of Zhudian, or name another with --to: install -d -m 700 -o zhudian -g zhudian ${folder}`,
      zh: `请用 root 为运行本系统的账号建立一次，或用 --to 另指定：install -d -m 700 -o zhudian -g zhudian ${folder}`,
    }),
  noArchive: (file: string) => say({ en: `There is no archive ${file}.`, zh: `没有备份文件 ${file}。` }),
  noArchiveRemedy: () => say({ en: 'Give the file that npm run backup named when it was made.', zh: '请填写 npm run backup 备份时显示的文件名。' }),
  sealed: (file: string) => say({ en: `${file} is sealed with a passphrase.`, zh: `${file} 已用口令加密。` }),
  unreadable: (file: string, reason: string) => say({ en: `${file} cannot be read: ${reason}`, zh: `无法读取 ${file}：${reason}` }),
  unreadableRemedy: () => say({ en: 'It is damaged or cut short: take another archive.', zh: '文件损坏或不完整：请换另一份备份。' }),
  passphraseHidden: (account: string, file: string) =>
    say({ en: `The account ${account} may not read the passphrase in ${file}.`, zh: `账号 ${account} 无权读取 ${file} 中的口令。` }),
  passphraseHiddenRemedy: (account: string, file: string) =>
    say({
      en: `As root, give it to the account that makes the backups: chown ${account} ${file}; chmod 400 ${file}. The folder has to let that account pass.`,
      zh: `请用 root 把它交给做备份的账号：chown ${account} ${file}; chmod 400 ${file}。所在目录也须允许该账号进入。`,
    }),
  passphraseMissing: (file: string, least: number) =>
    say({ en: `${file} holds no passphrase of at least ${least} characters.`, zh: `${file} 中没有不少于 ${least} 个字符的口令。` }),
  passphraseMissingRemedy: (account: string, file: string) =>
    say({
      en: `Make one as root, for the account that makes the backups, and keep a copy away from this machine: openssl rand -base64 24 | install -o ${account} -m 400 /dev/stdin ${file}`,
      zh: `请用 root 为做备份的账号生成一个，并在其他机器上另存一份：openssl rand -base64 24 | install -o ${account} -m 400 /dev/stdin ${file}`,
    }),
  occupied: (dataDir: string, parts: readonly string[]) =>
    say({
      en: `${dataDir} holds an installation already (${parts.join(', ')}). Nothing was touched.`,
      zh: `${dataDir} 中已有一套系统（${parts.join('、')}）。没有改动任何内容。`,
    }),
  occupiedRemedy: () =>
    say({
      en: 'Name an empty folder with ZHUDIAN_DATA_DIR, or put this one aside with --force (it is kept, not deleted).',
      zh: '请用 ZHUDIAN_DATA_DIR 指定空目录，或加 --force 把现有内容移开（保留，不删除）。',
    }),
  wrongPassphrase: () =>
    say({
      en: 'The archive does not open with this passphrase, or it is damaged or cut short.',
      zh: '用这个口令打不开备份，或备份损坏、不完整。',
    }),
  wrongPassphraseRemedy: () =>
    say({
      en: 'Check the passphrase file (a line break at its end does not count); otherwise take another archive.',
      zh: '请检查口令文件（末尾的换行不算）；仍不行的，请换另一份备份。',
    }),
  damaged: (file: string, what: string) =>
    say({ en: `${file} is damaged: ${what}. Nothing was touched.`, zh: `${file} 已损坏：${what}。没有改动任何内容。` }),
  damagedRemedy: () => say({ en: 'Take another archive.', zh: '请换另一份备份。' }),
  strangeEntry: (name: string) => say({ en: `it holds ${name}, which no backup does`, zh: `其中有备份不会有的内容 ${name}` }),
  noList: () => say({ en: 'its list of contents is not there', zh: '缺少内容清单' }),
  otherList: () =>
    say({
      en: 'its list of contents is of another kind; it may come from a later version of Zhudian',
      zh: '内容清单的格式不同，可能来自更新的版本',
    }),
  otherBytes: (name: string) => say({ en: `${name} is not what was backed up`, zh: `${name} 与备份时不一致` }),
  restoreDescription: () =>
    say({
      en: 'Puts an archive of npm run backup into the (empty) data folder, or tells that the mails held after a restore were looked at.',
      zh: '把 npm run backup 的备份恢复到（空的）数据目录；或声明恢复后暂停的邮件已经核实。',
    }),
  archive: () => say({ en: 'the archive', zh: '备份文件' }),
  restorePassphrase: () => say({ en: 'file that holds the passphrase of a sealed archive', zh: '存放加密备份口令的文件' }),
  force: () =>
    say({
      en: 'put what is in the data folder aside first; it is kept, in before-… of that folder',
      zh: '先把数据目录中的内容移开，保留在该目录的 before-… 中',
    }),
  verify: () => say({ en: 'only read the archive and compare it with its list of contents', zh: '只读取备份，与内容清单核对' }),
  release: () =>
    say({
      en: 'the held mails were looked at: those still held count as arrived and stay unsent; from now on mails go out by themselves',
      zh: '暂停的邮件已经核实：仍暂停的视为已送达，不再发送；此后邮件恢复自动发送',
    }),
  released: (count: number) =>
    say({
      en: `✓ Mails go out again by themselves. ${count} held mails stay unsent: they count as arrived.`,
      zh: `✓ 邮件已恢复自动发送。仍暂停的 ${count} 封视为已送达，不再发送。`,
    }),
  which: () => say({ en: 'Which archive?', zh: '没有指定备份文件。' }),
  whichRemedy: () => say({ en: 'npm run restore -- FILE', zh: 'npm run restore -- 文件' }),
  whole: (file: string, count: number, at: string) =>
    say({ en: `✓ ${file}: whole, ${count} files, as of ${at}`, zh: `✓ ${file}：完整，共 ${count} 个文件，数据截至 ${at}` }),
  restored: (at: string, dataDir: string, rows: string) =>
    say({ en: `✓ Restored as of ${at} into ${dataDir}\n  ${rows}`, zh: `✓ 已恢复到 ${dataDir}，数据截至 ${at}\n  ${rows}` }),
  aside: (folder: string) => say({ en: `  What was there is in ${folder}`, zh: `  原有内容在 ${folder}` }),
  settings: (file: string) =>
    say({
      en: `  The settings of the backup (.env) are in ${file}; nothing reads them there.`,
      zh: `  备份中的设置（.env）在 ${file}，放在那里不起作用。`,
    }),
  compareSettings: () => say({ en: '  Compare them with .env of this checkout before the start.', zh: '  启动前请与程序目录中的 .env 对照。' }),
  takeSettings: () =>
    say({
      en: '  This checkout has no .env: make that file its .env, and read it (relay, address, data folder) before the start.',
      zh: '  程序目录中没有 .env：请把该文件作为 .env，启动前检查其中的邮件服务器、网址和数据目录。',
    }),
  held: (count: number, at: string) =>
    say({
      en:
        `\n! Mails about anything from before this restore are held, ${count} of them now: they may have gone out after the backup.\n` +
        '  Start with npm start; the city office gets one mail that lists the major hazards in question.\n' +
        '  Then: in the mail ledger set to "pending" what never arrived, and run npm run restore -- --release. npm run doctor reminds you until then.\n' +
        `  What was entered after ${at} is not in this backup and has to be entered again.`,
      zh:
        `\n! 恢复之前各事项的邮件已暂停，现有 ${count} 封：备份之后可能已经发出。\n` +
        '  请执行 npm start 启动；市级会收到一封邮件，列明涉及的重大隐患。\n' +
        '  然后在邮件台账中把确未送达的改为“待发送”，再执行 npm run restore -- --release。此前 npm run doctor 会一直提醒。\n' +
        `  ${at} 之后填报的内容不在备份中，须重新填报。`,
    }),
};
