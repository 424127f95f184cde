import type { Messages } from '../text/useText.ts';

const zh = {
  afterSaving: '保存后，系统按企业和驻点日期自动生成任务清单，再逐项填写。',
  notLoaded: '任务清单没有读到，请检查网络。',
};

export const messages: Messages<typeof zh> = {
  'zh-CN': zh,
  'en-US': {
    afterSaving: 'The checklist is made from the enterprise and the date when the visit is saved.',
    notLoaded: 'The checklist could not be read; check the network.',
  },
};
