import type { Messages } from '../text/useText.ts';

const zh = {
  failed: '暂时无法读取',
  none: '没有',
  found: '发现',
  rectified: '已整改',
  overdue: '逾期',
  unfinished: '未整改',
  visits: '驻点',
  major: '重大',
  age: (days: number): string => `已 ${days} 天`,
  acknowledged: '已签收',
  notAcknowledged: '未签收',
  total: '合计',
  month: (period: string): string => `${Number(period.slice(5))}月`,
};

export const messages: Messages<typeof zh> = {
  'zh-CN': zh,
  'en-US': {
    failed: 'Cannot be read now',
    none: 'None',
    found: 'Found',
    rectified: 'Rectified',
    overdue: 'Overdue',
    unfinished: 'Open',
    visits: 'Visits',
    major: 'Major',
    age: (days: number): string => `${days} days`,
    acknowledged: 'Acknowledged',
    notAcknowledged: 'Not acknowledged',
    total: 'Total',
    month: (period: string): string => period.slice(5),
  },
};
