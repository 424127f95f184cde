import type { Messages } from '../text/useText.ts';

const zh = {
  afterSaving: '保存后，这里显示统计数据和报送前还缺什么。',
  notLoaded: '没有读到，请检查网络后刷新。',
  due: (moment: string): string => `报送时限：${moment}（北京时间）`,
  ready: '内容齐全，可以把状态改为“已报送”并保存。',
  notReady: (count: number): string => `报送前还有 ${count} 处要补充：`,
  figure: '统计项目（附件4）',
  month: '本月',
  cumulative: '累计（现在）',
  countedNow: '累计（现在）',
  handedIn: '累计（报送时）',
  freezes: '数据由系统按已提交的驻点记录和隐患统计，报送时定格。',
  stands: '报送时的数据不再变动；此后的更正计入下次报告，并注明。',
};

export const messages: Messages<typeof zh> = {
  'zh-CN': zh,
  'en-US': {
    afterSaving: 'Once this is saved, the figures and what is still missing stand here.',
    notLoaded: 'Could not be read; check the network and reload.',
    due: (moment: string): string => `Due ${moment} (Beijing time)`,
    ready: 'Complete: set the status to “Submitted” and save.',
    notReady: (count: number): string => `${count} things are missing before it can be handed in:`,
    figure: 'Figure (annex 4)',
    month: 'This month',
    cumulative: 'Cumulative (now)',
    countedNow: 'Cumulative (now)',
    handedIn: 'Cumulative (as handed in)',
    freezes: 'Counted from the visits and hazards that were handed in; frozen when the report is.',
    stands: 'What was handed in stands. Later corrections count in the next report, which says so.',
  },
};
