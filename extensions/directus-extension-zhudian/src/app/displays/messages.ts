import type { Messages } from '../text/useText.ts';

const zh = { beijing: '北京时间', clear: '清除', contested: '本人称不是其所签：' };

export const messages: Messages<typeof zh> = {
  'zh-CN': zh,
  'en-US': { beijing: 'Beijing time', clear: 'Clear', contested: 'Contested by the person: ' },
};
