import { paragraph } from './blocks.ts';

/** A county's evaluation of a quarter. Its tags are the keys of `evaluationData`. */
export const evaluation = {
  key: 'evaluation',
  title: '{county}{quarter}驻点监督工作评估',
  body: [
    paragraph('Title', '{county}{quarter}\n安全生产驻点监督工作评估报告'),
    paragraph('Addressee', '{office}：'),
    paragraph('Body', '按照“每季度至少评估一次驻点监督工作情况”的要求，我们对{quarter}驻点监督工作进行了评估，现将有关情况报告如下。'),
    paragraph('Heading1', '一、驻点工作情况'),
    paragraph('Body', '{findings}'),
    paragraph('Heading1', '二、经验做法'),
    paragraph('Body', '{practices}'),
    paragraph('Heading1', '三、问题困难'),
    paragraph('Body', '{problems}'),
    paragraph('Heading1', '四、意见建议'),
    paragraph('Body', '{suggestions}'),
    paragraph('Closing', '特此报告。'),
    paragraph('Sender', '{county_office}'),
    paragraph('Date', '{evaluated_on}'),
  ].join(''),
} as const;
