import type { Messages } from '../text/useText.ts';

const zh = {
  title: '工作台',
};

export const messages: Messages<typeof zh> = {
  'zh-CN': zh,
  'en-US': {
    title: 'Workbench',
  },
};
