import type { Messages } from '../text/useText.ts';

const zh = {
  title: '设置您自己的密码',
  why: '您现在的密码是由他人为您设置的，知道它的不只您一人。请先改成只有您自己知道的密码，再开始使用系统。',
  rule: '密码至少 10 位，须同时有字母和数字，例如几个不相关的词加数字；不要用姓名、电话和单位名称。',
  account: '登录账号',
  fresh: '新密码',
  again: '再输入一次新密码',
  show: '显示密码',
  save: '保存并进入工作台',
  logOut: '退出登录',
  differs: '两次输入的密码不一致，请重新输入',
  failed: '暂时无法保存，请检查网络后重试。',
};

export const messages: Messages<typeof zh> = {
  'zh-CN': zh,
  'en-US': {
    title: 'Choose your own password',
    why: 'Your password was set by somebody else, so you are not the only one who knows it. Change it to one that only you know before you begin.',
    rule: 'At least 10 characters with letters and digits, for instance some unrelated words and a number; no names, phone numbers or offices.',
    account: 'Login',
    fresh: 'New password',
    again: 'The new password again',
    show: 'Show the password',
    save: 'Save and go to the workbench',
    logOut: 'Log out',
    differs: 'The two passwords differ; type them again',
    failed: 'This cannot be saved now; check the network and try again.',
  },
};
