import type { Messages } from '../text/useText.ts';

const zh = {
  button: '签收',
  open: '市化工专项行动办尚未签收。签收后停止催办。',
  done: (by: string, at: string, inSystem: boolean): string => `已由${by}于 ${at}${inSystem ? ' 在系统中' : ' '}签收`,
  title: '签收重大事故隐患',
  sure: '确认已收到并知悉该隐患？系统将记录您的姓名、账号和时间，并停止向下一联系人催办。',
  cancel: '取消',
  confirm: '确认签收',
  close: '关闭',
  kept: '表单里未保存的内容还在，保存后显示最新的签收情况和流转记录。',
  dispute: '对签收有异议',
  disputeTitle: '对签收提出异议',
  disputeSure:
    '该签收不是市化工专项行动办所为时使用：签收作废，此前发出的链接全部失效，立即重新报送，并继续催办。原签收人和所用链接保留在流转记录中。',
  reason: '异议理由',
  disputeConfirm: '提出异议',
  disputeFailed: '没有提交成功，请检查网络后重试。',
  failed: '没有签收成功，请检查网络后重试，或打开邮件中的链接签收。',
};

export const messages: Messages<typeof zh> = {
  'zh-CN': zh,
  'en-US': {
    button: 'Confirm receipt',
    open: 'The city office has not confirmed this yet. Escalation stops when it does.',
    done: (by: string, at: string, inSystem: boolean): string => `Confirmed by ${by}, ${at}${inSystem ? ', in the system' : ''}`,
    title: 'Confirm receipt of a major hazard',
    sure: 'Have you received and taken note of this hazard? Your name, login and the time are recorded, and nobody else is called.',
    cancel: 'Cancel',
    confirm: 'Confirm receipt',
    close: 'Close',
    kept: 'What you have not saved is still in the form; once it is saved, the form shows the confirmation and the history as they are now.',
    dispute: 'Dispute',
    disputeTitle: 'Dispute the confirmation',
    disputeSure:
      'For a confirmation that is not the city office’s own: it is taken back, the links sent until now are worth nothing, the report goes out again at once, and escalation runs on. Who confirmed, and by whose link, stays in the history.',
    reason: 'Reason',
    disputeConfirm: 'Dispute',
    disputeFailed: 'It was not recorded. Check the network and try again.',
    failed: 'It was not recorded. Check the network and try again, or use the link of the mail.',
  },
};
