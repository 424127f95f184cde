import type { PartHealth } from './Health.ts';

/** A part as its office knows it. */
export interface SaidPart {
  readonly label: string;
  readonly text: string;
}

const LABELS: Readonly<Record<PartHealth['part'], string>> = {
  database: '数据库',
  directus: '登录与填报',
  settings: '系统设置',
  outbox: '待办流程',
  mail: '邮件发送',
  confirmations: '重大隐患签收',
  n8n: '自动流程',
  workflows: '各个流程',
  restore: '备份恢复',
  clock: '演练时钟',
};

/** How a part is, in the office's words: what waits, for how long, and what somebody is to do. */
export function sayPart(part: PartHealth): SaidPart {
  return { label: LABELS[part.part], text: part.unanswered ? '没有应答，请联系系统管理员' : TEXTS[part.part](part) };
}

type Say = (part: PartHealth) => string;
const ok =
  (well: string, ill: Say): Say =>
  (part) =>
    part.status === 'ok' ? well : ill(part);

const TEXTS: Readonly<Record<PartHealth['part'], Say>> = {
  database: () => '正常',
  directus: ok('正常', () => '系统版本不受支持，请联系系统管理员'),
  settings: ok('收件地址已配置', ({ faults }) => `请在“系统设置”中核对：${(faults ?? []).join('；') || '市级收件地址尚未配置'}`),
  outbox: ok('没有积压', ({ lag_seconds, backlog }) => `最早的一件已等待 ${span(lag_seconds)}，共 ${backlog ?? 0} 件待处理；请联系系统管理员`),
  mail: ok('没有积压', ({ lag_seconds, backlog, given_up }) =>
    given_up
      ? `有 ${given_up} 封邮件已停止发送，请在“邮件台账”中查看原因并处理`
      : `最早的一封已等待 ${span(lag_seconds)}，共 ${backlog ?? 0} 封待发送；请在“邮件台账”中查看原因`,
  ),
  confirmations: ok('没有逾期未签收的重大隐患', ({ backlog }) => `有 ${backlog ?? 0} 项重大隐患催办完毕仍未签收，请立即电话联系，并在隐患中点“签收”`),
  n8n: ok('正常', ({ lag_seconds }) =>
    lag_seconds === null || lag_seconds === undefined
      ? '尚未运行；重大隐患仍由系统直接报送，文书和提醒暂缓'
      : `已 ${span(lag_seconds)} 没有响应；重大隐患仍由系统直接报送，文书和提醒暂缓`,
  ),
  workflows: ok('均在运行', ({ faults }) => (faults ?? []).join('；')),
  restore: ok('没有待确认的邮件', ({ backlog }) => `系统从备份恢复，有 ${backlog ?? 0} 封邮件等待人工确认；请联系系统管理员`),
  clock: () => '正在演练，日期和期限按演练时间计算',
};

function span(seconds: number | null | undefined): string {
  const minutes = Math.round((seconds ?? 0) / 60);
  if (minutes < 1) return '不到 1 分钟';
  if (minutes < 120) return `${minutes} 分钟`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`;
}
