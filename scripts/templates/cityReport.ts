import { paragraph } from './blocks.ts';
import { sectionEnd } from './packageParts.ts';
import { STATISTICS_NOTE, STATISTICS_TITLE, statisticsTable } from './statistics.ts';

/** The city's compilation of a month: who reported, what they wrote, the table of all counties. Its tags are the keys of `cityReportData`. */
export const cityReport = {
  key: 'city_report',
  title: '全市{period}驻点监督工作情况汇总',
  orientation: 'landscape',
  body: [
    paragraph('Title', '全市{period}非危化品化工生产企业\n安全生产驻点监督工作情况汇总'),
    paragraph('Heading1', '一、报送情况'),
    paragraph(
      'Body',
      '{#none_expected}本月没有应报送的县（市、区）。{/none_expected}{^none_expected}应报{expected}个县（市、区），已报{received}个，其中按时报送{on_time}个。{#late}逾期报送：{late}。{/late}{#missing}未报送：{missing}。{/missing}{/none_expected}',
    ),
    paragraph('Body', '{#corrections}'),
    paragraph('Body', '{corrections}本汇总均用报送时的数据，更正计入下次报告。'),
    paragraph('Body', '{/corrections}'),
    paragraph('Heading1', '二、工作进展'),
    ...excerpts('progress'),
    paragraph('Body', '{#gap_explanations}'),
    paragraph('Body', ['{county}未驻点及未提交情况说明：', 'second'], '{text}'),
    paragraph('Body', '{/gap_explanations}'),
    paragraph('Heading1', '三、问题困难'),
    ...excerpts('problems'),
    paragraph('Heading1', '四、经验做法'),
    ...excerpts('practices', true),
    paragraph('Annexes', `附件：${STATISTICS_TITLE}`),
    paragraph('Sender', '{office}'),
    paragraph('Date', '{compiled_on}'),
    sectionEnd('portrait'),
    paragraph('FormMark', '附件'),
    paragraph('FormTitle', STATISTICS_TITLE),
    statisticsTable('县（市、区）', 5.2, 'counties', true),
    // Right below the table: it never stands on a page by itself.
    paragraph('SmallFoot', STATISTICS_NOTE),
    paragraph('SmallFoot', '{#missing}'),
    paragraph('SmallFoot', '{missing}未报送，合计不含其数据。'),
    paragraph('SmallFoot', '{/missing}'),
    paragraph('SmallFoot', '{#corrected}'),
    paragraph('SmallFoot', '※{county}：{text}；表中为报送时的数据。'),
    paragraph('SmallFoot', '{/corrected}'),
  ].join(''),
} as const;

/** What the counties wrote in one part of their narratives, each under its name. */
function excerpts(part: string, last = false): string[] {
  return [
    paragraph('Body', `{#${part}}`),
    ...(last ? closing() : [paragraph('Body', ['{county}。', 'second'], '{text}')]),
    paragraph('Body', `{/${part}}`),
    paragraph('Body', `{^${part}}`),
    paragraph(
      last ? 'Closing' : 'Body',
      '{#none_received}还没有县（市、区）报送。{/none_received}{^none_received}已报送的县（市、区）均未填写。{/none_received}',
    ),
    paragraph('Body', `{/${part}}`),
  ];
}

/** The last of them stays with sender and date (GB/T 9704-2012, 7.3.5.5). */
function closing(): string[] {
  return [
    paragraph('Body', '{^closing}'),
    paragraph('Body', ['{county}。', 'second'], '{text}'),
    paragraph('Body', '{/closing}'),
    paragraph('Body', '{#closing}'),
    paragraph('Closing', ['{county}。', 'second'], '{text}'),
    paragraph('Body', '{/closing}'),
  ];
}
