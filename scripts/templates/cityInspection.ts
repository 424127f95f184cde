import { paragraph } from './blocks.ts';

/** What the city's inspection of a county (督查) found. Its tags are the keys of `cityInspectionData`. */
export const cityInspection = {
  key: 'city_inspection',
  title: '{county}驻点监督工作督查情况',
  body: [
    paragraph('Title', '{county}安全生产\n驻点监督工作督查情况'),
    paragraph('Addressee', '{county_office}：'),
    paragraph(
      'Body',
      '按照非危化品化工生产企业安全生产驻点监督工作安排，{office}于{evaluated_on}对{county}驻点监督工作进行了督查{#score}，督查评分{score}分{/score}。现将有关情况反馈如下。',
    ),
    paragraph('Heading1', '一、督查情况'),
    paragraph('Body', '{findings}'),
    paragraph('Heading1', '二、经验做法'),
    paragraph('Body', '{practices}'),
    paragraph('Heading1', '三、存在问题'),
    paragraph('Body', '{problems}'),
    paragraph('Heading1', '四、整改意见'),
    paragraph('Body', '{suggestions}'),
    paragraph('Closing', '请认真研究，举一反三抓好整改{#reply_due}，并于{reply_due}前将整改情况书面反馈{office}{/reply_due}。'),
    paragraph('Sender', '{office}'),
    paragraph('Date', '{evaluated_on}'),
  ].join(''),
} as const;
