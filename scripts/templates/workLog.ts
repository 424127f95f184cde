import { cell, paragraph, table } from './blocks.ts';

const { label, centre, left } = cell;

/** 附件3 驻点监督工作日志. Its tags are the keys of `workLogData`; signatures stand as pictures, at most 14 mm high. */
export const workLog = {
  key: 'work_log',
  title: '驻点监督工作日志（{enterprise}）',
  draft: true,
  body: [
    paragraph('FormMark', '附件3'),
    paragraph('FormTitle', '驻点监督工作日志'),
    table(
      [30, 42, 30, 54],
      [
        [label('时间'), centre('{visited_on}'), label('驻点企业名称'), centre('{enterprise}')],
        [label('驻点监督人员签字'), { style: 'Signatures', text: '{#people}{%signature 14}　{/people}', span: 3 }],
        [label('驻点监督任务开展情况'), left('　　{log}', { span: 3, top: true })],
        [label('备注'), left('{remarks}', { span: 3 })],
      ],
      { heights: { 0: 14, 1: 18, 2: 106, 3: 24 }, splits: [2] },
    ),
    paragraph('Gap', ''),
  ].join(''),
} as const;
