import { say } from './say.ts';

/** What a start says while it looks after its parts. */
export const superviseTexts = {
  ended: (title: string, reason: string, log: string) =>
    say({ en: `✗ ${title} ended by itself (${reason}); its log: ${log}`, zh: `✗ ${title} 自行退出（${reason}），日志：${log}` }),
  hangs: (title: string, seconds: number, log: string) =>
    say({
      en: `✗ ${title} has not answered for ${seconds} s; it is ended and started again. Its log: ${log}`,
      zh: `✗ ${title} 已 ${seconds} 秒没有响应，将结束并重新启动。日志：${log}`,
    }),
  upAgain: (title: string) => say({ en: `✓ ${title} is up again`, zh: `✓ ${title} 已恢复运行` }),
  notRotated: (file: string, reason: string) => say({ en: `✗ ${file} cannot be put aside: ${reason}`, zh: `✗ 日志 ${file} 无法轮换：${reason}` }),
  robotNotTold: (reason: string) => say({ en: `✗ The robot was not told of what is wrong: ${reason}`, zh: `✗ 未能把故障告知群机器人：${reason}` }),
};
