import { paragraph } from './blocks.ts';
import { sectionEnd } from './packageParts.ts';
import { STATISTICS_TITLE, statisticsPage } from './statistics.ts';

/** A county's monthly report: the narrative in its three parts, then 附件4 on a page on its side. Its tags are the keys of `countyReportData`. */
export const countyReport = {
  key: 'county_report',
  title: '{county}{period}驻点监督工作情况',
  orientation: 'landscape',
  draft: true,
  body: [
    paragraph('Title', '{county}{period}非危化品化工生产企业\n安全生产驻点监督工作情况'),
    paragraph('Addressee', '{office}：'),
    paragraph('Body', '现将{period}驻点监督工作情况报告如下。'),
    paragraph('Heading1', '一、工作进展'),
    paragraph('Body', '{progress}'),
    paragraph('Body', '{#gap_explanation}'),
    paragraph('Body', '未驻点及未提交情况说明：{gap_explanation}'),
    paragraph('Body', '{/gap_explanation}'),
    paragraph('Heading1', '二、问题困难'),
    paragraph('Body', '{problems}'),
    paragraph('Heading1', '三、经验做法'),
    paragraph('Body', '{practices}'),
    paragraph('Body', '{#corrections}'),
    paragraph('Body', '{corrections}'),
    paragraph('Body', '{/corrections}'),
    // Short, and kept with what follows: signature and date never stand alone on a page.
    paragraph('Closing', '特此报告。'),
    paragraph('Annexes', `附件：${STATISTICS_TITLE}`),
    paragraph('Sender', '{county_office}'),
    paragraph('Date', '{reported_on}'),
    sectionEnd('portrait'),
    ...statisticsPage('附件'),
  ].join(''),
} as const;
