import { reasonOf } from '@zhudian/host/reasonOf.ts';

/** What a robot says when the database does not answer: nothing is recorded and nothing mailed, so people have to telephone. */
export function databaseText(error: unknown, minutes: number, publicUrl: string): string {
  return [
    `【驻点监督】系统无法读写数据库，已持续 ${minutes} 分钟，请立即处理！`,
    '其间不能登记隐患，也不发送邮件；发现重大事故隐患请先电话报告市化工专项行动办。',
    `最近一次失败：${withoutStatement(reasonOf(error)).slice(0, 200)}`,
    '处理：检查服务器和 PostgreSQL 是否运行、磁盘是否已满；恢复后系统自动补发邮件。',
    publicUrl,
  ].join('\n');
}

/** Without the statement, which knex writes before the reason. */
function withoutStatement(reason: string): string {
  return reason.split(' - ').at(-1) ?? reason;
}
