import type { Messages } from '../text/useText.ts';

const zh = {
  title: '任务清单预览',
  lead: '选择企业和日期，查看驻点人员当天会拿到哪些事项，以及每份清单适用或不适用的原因。',
  enterprise: '企业',
  choose: '请选择企业',
  day: '日期',
  items: (n: number): string => `事项（${n} 项）`,
  lists: '清单',
  applies: '适用',
  not: '不适用',
  version: (version: string): string => `第 ${version} 版`,
  scopes: { city: '市级', county: '县级', enterprise: '企业' },
  none: '当天没有适用的清单，驻点记录将没有任何事项。',
};

export const messages: Messages<typeof zh> = {
  'zh-CN': zh,
  'en-US': {
    title: 'Checklist preview',
    lead: 'Choose an enterprise and a day to see what an inspector would get there, and why each list applies or not.',
    enterprise: 'Enterprise',
    choose: 'Choose an enterprise',
    day: 'Day',
    items: (n: number): string => `Items (${n})`,
    lists: 'Lists',
    applies: 'Applies',
    not: 'Does not apply',
    version: (version: string): string => `version ${version}`,
    scopes: { city: 'City', county: 'County', enterprise: 'Enterprise' },
    none: 'No list applies on that day: a visit would have no items.',
  },
};
