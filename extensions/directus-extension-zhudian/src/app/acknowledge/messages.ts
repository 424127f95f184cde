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
    failed: 'It was not recorded. Check the network and try again, or use the link of the mail.',
  },
};
