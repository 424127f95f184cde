import { paragraph } from './blocks.ts';

/** 催办函: what is due and not done, to a county or a team. Its tags are the keys of `reminderData`. */
export const reminder = {
  key: 'reminder',
  title: '驻点监督工作催办函（{addressee}）',
  body: [
    paragraph('Title', '关于驻点监督工作的催办函'),
    paragraph('Addressee', '{addressee}：'),
    paragraph('Body', '按照驻点监督工作有关要求，截至{as_of}，下列{count}项工作尚未完成，请抓紧办理：'),
    paragraph('Body', '{#matters}'),
    paragraph('Body', '{number}.{text}{#due}（应于{due}前完成{#overdue}，已逾期{overdue}天{/overdue}）{/due}。'),
    paragraph('Body', '{/matters}'),
    paragraph('Closing', '因客观原因不能按期完成的，请于收到本函当日说明原因和预计完成时间。'),
    paragraph('Sender', '{sender}'),
    paragraph('Date', '{as_of}'),
  ].join(''),
} as const;
