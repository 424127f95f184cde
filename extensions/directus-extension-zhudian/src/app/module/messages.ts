import type { Messages } from '../text/useText.ts';

const zh = {
  workbench: '工作台',
  newVisit: '新建驻点记录',
  statistics: '附件4 统计表',
  roster: '名单导入',
  board: '月末调度',
  preview: '任务清单预览',
  enterprises: '驻点企业',
  visits: '驻点记录',
  hazards: '隐患',
  reports: '月调度报告',
  documents: '文书',
  templates: '文书模板',
  contacts: '月调度联系人',
  deliveries: '邮件台账',
  menu: '菜单',
  panel: '管理后台',
  logOut: '退出登录',
};

export const messages: Messages<typeof zh> = {
  'zh-CN': zh,
  'en-US': {
    workbench: 'Workbench',
    newVisit: 'New visit',
    statistics: 'Annex 4',
    roster: 'Import of rosters',
    board: 'Month-end',
    preview: 'Checklist preview',
    enterprises: 'Enterprises',
    visits: 'Visits',
    hazards: 'Hazards',
    reports: 'Monthly reports',
    documents: 'Documents',
    templates: 'Templates',
    contacts: 'Contacts',
    deliveries: 'Mail ledger',
    menu: 'Menu',
    panel: 'Admin panel',
    logOut: 'Log out',
  },
};
