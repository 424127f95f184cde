import { cell, paragraph, table } from './blocks.ts';

const { smallLabel, smallCentre, small } = cell;

/** 附件2 驻点监督工作任务清单, filled in. Its tags are the keys of `taskListData`. */
export const taskList = {
  key: 'task_list',
  title: '驻点监督工作任务清单（{enterprise}）',
  body: [
    paragraph('FormMark', '附件2'),
    paragraph('FormTitle', '驻点监督工作任务清单'),
    paragraph('TableHead', '驻点企业名称：{enterprise}'),
    paragraph('TableHead', '驻点人员：{people}　　　　驻点时间：{visited_on}'),
    table(
      [10, 46, 34, 34, 32],
      [
        [smallLabel('序号'), smallLabel('主要内容'), smallLabel('落实情况'), smallLabel('存在问题描述（问题要具体化）'), smallLabel('整改建议')],
        // From the top: what fills more than a page goes on at the top of the next.
        [
          smallCentre('{#items}{number}', { top: true }),
          ...['{content}', '{implementation}', '{problem}', '{suggestion}{/items}'].map((text) => small(text, { top: true })),
        ],
      ],
      { header: 1 },
    ),
    paragraph('Gap', ''),
  ].join(''),
} as const;
