import type { SingleKind } from '@zhudian/core/documents/requestedKinds.ts';
import type { Messages } from '../text/useText.ts';

const zh = {
  settled: '已核实：',
  settle: '核实',
  look: '查看',
  afterSaving: '保存后，系统按企业和驻点日期自动生成任务清单，再逐项填写。',
  notLoaded: '任务清单没有读到，请检查网络。',
  documentsAfterSaving: '保存后可以生成文书。',
  madeOfSaved: '表单里有未保存的内容：文书按已保存的内容生成，请先保存。',
  historyAfterSaving: '保存后，每一步都记在这里。',
  historyNotLoaded: '流转记录没有读到，请检查网络后重新打开。',
  earlier: (count: number): string => `另有更早的 ${count} 条`,
  kinds: {
    task_list: '任务清单',
    work_log: '工作日志',
    rectification_notice: '隐患整改通知书',
    major_hazard_report: '重大事故隐患报告',
    county_report: '月调度报告',
    contacts: '联系人名单（附件5）',
    roster: '企业和人员名单（附件1）',
    evaluation: '评估（督查）文书',
  } satisfies Readonly<Record<SingleKind, string>>,
  make: (kind: string): string => `生成${kind}`,
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
    madeOfSaved: 'Something in the form is not saved yet: a document is made of what is saved, so save first.',
    historyAfterSaving: 'Each step is noted here once this is saved.',
    historyNotLoaded: 'The history could not be read; check the network and open this again.',
    earlier: (count: number): string => `${count} earlier ones`,
    kinds: {
      task_list: 'task list',
      work_log: 'work log',
      rectification_notice: 'rectification notice',
      major_hazard_report: 'major hazard report',
      county_report: 'monthly report',
      contacts: 'contacts (annex 5)',
      roster: 'roster (annex 1)',
      evaluation: 'document',
    },
    make: (kind: string): string => `Make the ${kind}`,
  },
};
