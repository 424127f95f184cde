import type { Messages } from '../text/useText.ts';

const zh = {
  title: '我到场的驻点记录',
  hint: '列出写有您姓名的最近驻点记录；如有您没有到场、没有签字的，请在这里说明。',
  by: (name: string): string => `由${name}提交`,
  states: { submitted: '已提交', returned: '已退回', locked: '已锁定', void: '已作废' } as Readonly<Record<string, string>>,
  notMine: '不是我签的',
  ask: (day: string): string => `${day} 的签字不是您签的？`,
  sure: '提交后，县（市、区）主管部门会立即看到您的说明并核实；驻点记录和已生成的文书保持原样，您的说明记入流转记录。',
  reason: '理由（当天在哪里、为什么不是您签的）',
  send: '提交',
  cancel: '取消',
  said: '您已说明这不是您签的：',
  withdraw: '撤回说明',
  failed: '暂时无法提交，请检查网络后重试。',
};

export const messages: Messages<typeof zh> = {
  'zh-CN': zh,
  'en-US': {
    title: 'Visits that name me',
    hint: 'The latest visits with your name. Say so here if you were not there or did not sign.',
    by: (name: string): string => `handed in by ${name}`,
    states: { submitted: 'Submitted', returned: 'Returned', locked: 'Locked', void: 'Void' },
    notMine: 'I did not sign this',
    ask: (day: string): string => `You did not sign the visit of ${day}?`,
    sure: 'The county office sees at once what you say, and looks into it. The visit and its documents stay as they are; its history keeps your words.',
    reason: 'Why (where you were, why it is not yours)',
    send: 'Send',
    cancel: 'Cancel',
    said: 'You have said that this is not yours: ',
    withdraw: 'Take it back',
    failed: 'This cannot be sent now; check the network and try again.',
  },
};
