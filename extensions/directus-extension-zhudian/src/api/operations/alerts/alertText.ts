import type { MailTrouble } from './mailTrouble.ts';

/** What a robot says in the office's group: figures and a remedy, no names and no addresses. */
export function alertText(trouble: MailTrouble | undefined, publicUrl: string): string {
  if (!trouble) return `【驻点监督】邮件已恢复正常发送。\n${publicUrl}`;
  const { waiting, waiting_major, given_up, oldest_minutes, error } = trouble;
  return [
    '【驻点监督】邮件发不出去，请立即处理！',
    ...(waiting > 0 ? [`待发 ${waiting} 封，其中重大事故隐患 ${waiting_major} 封，最早的已等待 ${oldest_minutes} 分钟。`] : []),
    ...(given_up > 0 ? [`另有 ${given_up} 封重大事故隐患邮件已停止发送，请先电话报告市化工专项行动办。`] : []),
    ...(error === null ? [] : [`最近一次失败：${error.replace(/\S+@\S+/g, '（地址）').slice(0, 200)}`]),
    '处理：检查邮件中继和网络，运行 npm run doctor；恢复后系统自动补发。',
    publicUrl,
  ].join('\n');
}
