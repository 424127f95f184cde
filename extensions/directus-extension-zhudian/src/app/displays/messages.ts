import type { Messages } from '../text/useText.ts';

const zh = { beijing: '北京时间', clear: '清除' };

export const messages: Messages<typeof zh> = { 'zh-CN': zh, 'en-US': { beijing: 'Beijing time', clear: 'Clear' } };
