import type { Handbook } from '../../api/help/handbooks.ts';
import type { Messages } from '../text/useText.ts';

const zh = {
  title: '使用手册',
  handbooks: { inspector: '驻点人员', county: '县级管理员', city: '市级管理员', maintainer: '运维人员' } satisfies Readonly<Record<Handbook, string>>,
  notLoaded: '手册没有读到，请检查网络后刷新。',
};

export const messages: Messages<typeof zh> = {
  'zh-CN': zh,
  'en-US': {
    title: 'Handbook',
    handbooks: { inspector: 'Inspectors', county: 'County', city: 'City', maintainer: 'Operations' },
    notLoaded: 'The handbook could not be read; check the network and reload.',
  },
};
