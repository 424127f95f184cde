import { say } from './say.ts';

const FIRST_LINES = 5;
const some = (lines: readonly string[]): string => `${lines.slice(0, FIRST_LINES).join('\n  ')}${lines.length > FIRST_LINES ? '\n  …' : ''}`;

/** What is said about settings: `.env` and the environment. */
export const settingTexts = {
  encoding: (file: string) =>
    say({
      en: `${file} is not saved in UTF-8, so what it says cannot be read.`,
      zh: `${file} 不是以 UTF-8 编码保存的，无法读取其中的设置。`,
    }),
  encodingRemedy: () =>
    say({
      en: 'Save it again in UTF-8 (in Notepad: Save as, encoding UTF-8), and look whether its comments and values are still right.',
      zh: '请用 UTF-8 编码重新保存（记事本：“另存为”，编码选“UTF-8”），并检查其中的注释和设置值是否完好。',
    }),
  lines: (file: string, lines: readonly { readonly number: number; readonly text: string }[]) =>
    say({
      en: `${file} has lines that set nothing:\n  ${some(lines.map(({ number, text }) => `line ${number}: ${text}`))}`,
      zh: `${file} 中有的行没有设置任何内容：\n  ${some(lines.map(({ number, text }) => `第 ${number} 行：${text}`))}`,
    }),
  linesRemedy: () =>
    say({
      en: 'A setting is NAME=value, in letters of plain ASCII; put # before what is a comment.',
      zh: '设置的写法是 NAME=值，名称和等号须为半角字符；注释前请加 #。',
    }),
  unknown: (name: string, nearest: string | undefined) =>
    say({
      en: `${name}: nothing reads it${nearest === undefined ? '' : `; do you mean ${nearest}?`}`,
      zh: `${name}：没有这个设置${nearest === undefined ? '' : `，是否应为 ${nearest}？`}`,
    }),
  containersOnly: (name: string, instead: string | undefined) =>
    say({
      en: `${name}: counts for containers only${instead === undefined ? '' : `; processes take ${instead}`}`,
      zh: `${name}：只用于容器方式${instead === undefined ? '' : `，进程方式请设置 ${instead}`}`,
    }),
  unusable: (faults: readonly string[]) =>
    say({ en: `The environment is not usable:\n  ${faults.join('\n  ')}`, zh: `设置有误：\n  ${faults.join('\n  ')}` }),
  unusableRemedy: () =>
    say({
      en: 'Correct these in .env or in the environment; .env.example explains each setting.',
      zh: '请在 .env 或环境变量中改正；各项设置的说明见 .env.example。',
    }),
  production: (faults: readonly string[]) =>
    say({ en: `ZHUDIAN_ENV=production, but:\n  ${faults.join('\n  ')}`, zh: `已设置 ZHUDIAN_ENV=production，但是：\n  ${faults.join('\n  ')}` }),
  productionRemedy: () => say({ en: 'Correct these in .env; .env.example explains each.', zh: '请在 .env 中改正；各项设置的说明见 .env.example。' }),
  noHttps: () =>
    say({
      en: 'ZHUDIAN_PUBLIC_URL is no https:// address: the links in mails would lead nowhere, and passwords would travel in the open.',
      zh: 'ZHUDIAN_PUBLIC_URL 不是 https:// 地址：邮件中的链接将无法打开，密码会以明文传输。',
    }),
  noRelay: () =>
    say({
      en: 'ZHUDIAN_SMTP_HOST names no relay: reports of major hazards would stay in the mail catcher of this machine.',
      zh: 'ZHUDIAN_SMTP_HOST 没有指明邮件服务器：重大事故隐患报告只会留在本机的邮件捕获器中。',
    }),
  noSender: () =>
    say({
      en: 'ZHUDIAN_MAIL_FROM is not an address of your own: relays refuse invented senders.',
      zh: 'ZHUDIAN_MAIL_FROM 不是本单位的邮箱：邮件服务器会拒绝虚构的发件人。',
    }),
  noAdministrator: () =>
    say({
      en: 'ZHUDIAN_ADMIN_EMAIL is not an address of your own: the administrator logs in with it, and password resets go there.',
      zh: 'ZHUDIAN_ADMIN_EMAIL 不是本单位的邮箱：管理员用它登录，重置密码的邮件也寄到这里。',
    }),
  demoOn: () =>
    say({
      en: 'ZHUDIAN_DEMO is on: invented enterprises and well-known logins do not belong here.',
      zh: 'ZHUDIAN_DEMO 已打开：正式使用时不能有虚构的企业和公开的登录账号。',
    }),
  noLogin: (email: string) =>
    say({
      en: `ZHUDIAN_ADMIN_EMAIL: Directus takes ${email} for no address, so nobody could log in with it.`,
      zh: `ZHUDIAN_ADMIN_EMAIL：Directus 不接受 ${email} 作为邮箱，无法用它登录。`,
    }),
  noLoginRemedy: () =>
    say({
      en: 'Name one whose domain ends as those of the internet do (.cn, .com …); one that ends in .local or .lan does not.',
      zh: '请改用域名以 .cn、.com 等结尾的邮箱；.local、.lan 等内网域名不行。',
    }),
};
