import { cell, paragraph, table } from './blocks.ts';

const { smallLabel, smallCentre, small, label, left } = cell;

const ORDER = '现通知你单位按照措施、责任、资金、时限、预案“五落实”的要求，对上述隐患按期完成整改，并将整改情况书面报告驻点监督人员。';

/** 隐患整改通知书, for the hazards of a visit. Its tags are the keys of `rectificationNoticeData`. */
export const rectificationNotice = {
  key: 'rectification_notice',
  title: '隐患整改通知书（{enterprise}）',
  draft: true,
  body: [
    paragraph('NumberedTitle', '隐患整改通知书'),
    paragraph('DocumentNumber', '{document_number}'),
    paragraph('Addressee', '{enterprise}：'),
    paragraph(
      'Body',
      '{visited_on}，驻点监督人员{people}在你单位开展安全生产驻点监督时，发现事故隐患{count}项{#major_count}，其中重大事故隐患{major_count}项{/major_count}，具体如下。',
    ),
    paragraph('Gap', ''),
    table(
      [12, 35, 20, 12, 25, 18, 34],
      [
        [
          ...[smallLabel('序号'), smallLabel('隐患情况'), smallLabel('部位'), smallLabel('级别'), smallLabel('整改措施')],
          ...[smallLabel(['整改', '责任人']), smallLabel('整改时限')],
        ],
        [
          smallCentre('{#hazards}{number}', { top: true }),
          small(['{title}', '{description}'], { top: true }),
          small('{place}', { top: true }),
          smallCentre('{severity}', { top: true }),
          small('{measures}', { top: true }),
          smallCentre('{responsible_person}', { top: true }),
          smallCentre('{deadline}{/hazards}', { top: true }),
        ],
      ],
      // A row for a long text would leave half a page white before it.
      { header: 1, splits: [1] },
    ),
    paragraph('Gap', ''),
    paragraph('Body', '{#majors}'),
    paragraph('Body', '序号{number}为重大事故隐患，整改资金：{funds}。应急预案：{plan}。'),
    paragraph('Body', '{/majors}'),
    paragraph('Body', '{#missing}'),
    paragraph('Body', '{missing}待补充，请你单位明确后书面报告驻点监督人员。'),
    paragraph('Body', '{/missing}'),
    // The last paragraph stays with the signatures: nothing but them would stand on a page.
    paragraph('Body', '{#major_count}'),
    paragraph('Body', ORDER),
    paragraph('Closing', '重大事故隐患在排除前或者排除过程中无法保证安全的，应当撤出作业人员，停止使用相关设施、设备。'),
    paragraph('Body', '{/major_count}'),
    paragraph('Body', '{^major_count}'),
    paragraph('Closing', ORDER),
    paragraph('Body', '{/major_count}'),
    paragraph('Gap', ''),
    table(
      [40, 116],
      [
        [label('驻点监督人员签字'), { style: 'Signatures', text: '{#inspectors}{%signature 9}　{/inspectors}' }],
        [label('企业负责人签收'), left('　　　　　　　　　　　　　　　　年　　月　　日')],
      ],
      { heights: { 0: 11, 1: 11 }, keepNext: true },
    ),
    paragraph('Sender', '{county_office}'),
    paragraph('Date', '{issued_on}'),
  ].join(''),
} as const;
