import type { SingleKind } from '@zhudian/core/documents/requestedKinds.ts';
import type { Messages } from '../text/useText.ts';

const zh = {
  settled: '已核实：',
  settle: '核实',
  look: '查看',
  afterSaving: '保存后，系统按企业和驻点日期自动生成任务清单，再逐项填写。',
  notLoaded: '任务清单没有读到，请检查网络。',
  documentsAfterSaving: '保存后可以生成文书。',
  kinds: {
    task_list: '任务清单',
    work_log: '工作日志',
    rectification_notice: '隐患整改通知书',
    major_hazard_report: '重大事故隐患报告',
    contacts: '联系人名单（附件5）',
    roster: '企业和人员名单（附件1）',
  } satisfies Readonly<Record<SingleKind, string>>,
  make: (kind: string): string => `生成${kind}`,
  making: '正在生成…',
  failed: '未能生成：',
  noDocuments: '还没有文书。',
  unchanged: '内容没有变化，已有的文书就是最新的。',
  takesLonger: '生成时间比平时长，完成后会出现在这里；可以先离开本页。',
  notListed: '文书没有读到，请检查网络。',
  notAsked: '申请没有提交成功，请检查网络后重试。',
};

export const messages: Messages<typeof zh> = {
  'zh-CN': zh,
  'en-US': {
    settled: 'Settled: ',
    settle: 'Settle',
    look: 'Look',
    afterSaving: 'The checklist is made from the enterprise and the date when the visit is saved.',
    notLoaded: 'The checklist could not be read; check the network.',
    documentsAfterSaving: 'Documents can be made once this is saved.',
    kinds: {
      task_list: 'task list',
      work_log: 'work log',
      rectification_notice: 'rectification notice',
      major_hazard_report: 'major hazard report',
      contacts: 'contacts (annex 5)',
      roster: 'roster (annex 1)',
    },
    make: (kind: string): string => `Make the ${kind}`,
    making: 'Being made…',
    failed: 'Not made: ',
    noDocuments: 'No documents yet.',
    unchanged: 'Nothing has changed: the document that is there is the newest.',
    takesLonger: 'This takes longer than usual. It appears here when it is done; you may leave this page.',
    notListed: 'The documents could not be read; check the network.',
    notAsked: 'The request was not sent; check the network and try again.',
  },
};
