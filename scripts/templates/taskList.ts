import { cell, paragraph, table } from './blocks.ts';

const { smallLabel, smallCentre, small } = cell;

/** 附件2 驻点监督工作任务清单, filled in. Its tags are the keys of `taskListData`. */
export const taskList = {
  key: 'task_list',
  title: '驻点监督工作任务清单（{enterprise}）',
  orientation: 'landscape',
  draft: true,
  body: [
    paragraph('FormMark', '附件2'),
    paragraph('FormTitle', '驻点监督工作任务清单'),
    // One line, as the notice has it; what has no room in it goes on in a second one.
    paragraph('FormFacts', '驻点企业名称：{enterprise}\t驻点人员：{people}\t驻点时间：{visited_on}'),
    table(
      [13, 86, 54, 52, 42],
      [
        [
          smallLabel('序号'),
          smallLabel('主要内容'),
          smallLabel('落实情况'),
          smallLabel(['存在问题描述', '（问题要具体化）']),
          smallLabel('整改建议'),
        ],
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
