import type { PartHealth } from '../health/Health.ts';
import type { Watched } from './Watched.ts';

interface PartAlert {
  readonly part: PartHealth['part'];
  /** What is wrong, and what to do. */
  readonly trouble: string | ((part: PartHealth) => string);
  readonly allClear: string;
  readonly repeatMinutes: number;
  /** What of it is told here; every error unless it says otherwise. */
  readonly isTrouble?: (part: PartHealth) => boolean;
  /** What a mail about it is called; none goes out where mail itself is the trouble. */
  readonly subject?: string;
}

/** The parts whose fault nobody else tells: mail that waits, confirmations and the database have watches of their own. */
const TOLD: readonly PartAlert[] = [
  {
    part: 'n8n',
    trouble:
      '自动流程（n8n）已停止工作：日常提醒、自动生成文书和月末汇总都不会进行。重大事故隐患仍由系统直接报送。\n' +
      '处理：检查 n8n 是否运行、流程是否已发布，做一次体检（见《安装与运维》）；恢复后积压的事项自动补办。',
    allClear: '自动流程（n8n）已恢复工作。',
    repeatMinutes: 240,
    subject: '自动流程（n8n）',
  },
  {
    part: 'workflows',
    trouble: ({ faults }) => `自动流程有故障：\n${(faults ?? []).map((fault) => `· ${fault}`).join('\n')}\n处理见《安装与运维》“自动流程”。`,
    allClear: '自动流程的故障均已排除。',
    repeatMinutes: 1440,
    isTrouble: ({ status }) => status !== 'ok',
    subject: '自动流程有故障',
  },
  {
    part: 'outbox',
    trouble:
      '自动流程（n8n）在运行，但有事项长时间没有办完：相应的提醒、文书或汇总会缺失。重大事故隐患仍由系统直接报送。\n' +
      '处理：在 n8n 的 Executions 中查看失败原因，检查流程是否已发布。',
    allClear: '自动流程（n8n）积压的事项均已办完。',
    repeatMinutes: 240,
    subject: '自动流程有积压',
  },
  {
    part: 'settings',
    trouble: '系统设置中的收件地址有误，重大事故隐患报告可能无人收到！\n处理：在“系统设置”中改为真实地址；其间请电话报告。',
    allClear: '系统设置中的收件地址已改正。',
    repeatMinutes: 1440,
    subject: '收件地址有误',
  },
  {
    part: 'mail',
    trouble:
      '有邮件多次发送失败，已停止发送。\n' + '处理：在邮件台账中查看“已放弃”的邮件和原因，需要的改为“待发送”，不需要的改为“已核实，不再发送”。',
    allClear: '已停止发送的邮件均已处理。',
    repeatMinutes: 1440,
    isTrouble: ({ status, detail }) => status === 'error' && ((detail?.states as Record<string, number> | undefined)?.dead ?? 0) > 0,
  },
  {
    part: 'restore',
    trouble:
      '系统已从备份恢复，恢复前的邮件暂停发送，等待人工核实。\n' +
      '处理：向收件人核实，没有收到的在邮件台账中改为“待发送”，再结束暂停（见《安装与运维》“恢复”）。',
    allClear: '恢复备份后暂停的邮件已核实完毕。',
    repeatMinutes: 1440,
  },
  {
    part: 'directus',
    trouble: 'Directus 的版本不受支持，权限规则可能失效，数据可能被无权的人看到！\n处理：立即停止系统，换回 Directus 11。',
    allClear: 'Directus 的版本已换回。',
    repeatMinutes: 1440,
  },
];

/**
 * What the robot has to say of the parts, or would say of their end. Left out is what cannot be judged: a part that could not be asked; and the
 * backlog while n8n is away, which follows from that.
 */
export function healthAlerts(parts: readonly PartHealth[], publicUrl: string): Watched[] {
  const isAway = parts.some(({ part, status }) => part === 'n8n' && status !== 'ok');
  return TOLD.flatMap(({ part, trouble, allClear, repeatMinutes, isTrouble: judge, subject }) => {
    const found = parts.find((one) => one.part === part);
    if (!found || found.unanswered === true || (part === 'outbox' && isAway)) return [];
    const isTrouble = judge ? judge(found) : found.status === 'error';
    const told = isTrouble ? (typeof trouble === 'string' ? trouble : trouble(found)) : allClear;
    return [
      {
        key: `health:${part}`,
        isTrouble,
        repeatMinutes,
        text: `【驻点监督】${told}\n${publicUrl}`,
        about: (isTrouble && found.about) || '',
        ...(subject ? { subject } : {}),
      },
    ];
  });
}
