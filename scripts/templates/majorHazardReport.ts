import { cell, paragraph, table } from './blocks.ts';

const { label, centre, left } = cell;
/** Across the rest of the row: names and places are long. */
const wide = (text: string): ReturnType<typeof left> => left(text, { span: 3 });

const facts = table(
  [40, 42, 28, 46],
  [
    [label('县（市、区）'), centre('{county}'), label('发现时间'), centre('{found_on}')],
    [label('企业名称'), wide('{enterprise}')],
    [label('统一社会信用代码'), wide('{uscc}')],
    [label('企业地址'), wide('{address}')],
    [label('法定代表人'), centre('{legal_representative}'), label('安全负责人'), centre('{safety_manager}')],
    [label('隐患名称'), wide('{hazard_title}')],
    [label('地点/部位'), wide('{place}')],
    [label('发现人'), centre('{found_by}'), label('企业电话'), centre('{enterprise_phone}')],
    [label('隐患状态'), centre('{status}'), label('整改时限'), centre('{deadline}')],
  ],
);

/** The row repeats for each person. Kept with what follows, lest sender and date stand on a page of their own. */
const people = (list: string): string =>
  table(
    [22, 14, 18, 64, 38],
    [
      [label('姓名'), label('层级'), label('职责'), label('单位及职务'), label('联系电话')],
      [centre(`{#${list}}{name}`), centre('{level}'), centre('{role}'), left('{unit}'), centre(`{phone}{/${list}}`)],
    ],
    { header: 1, keepNext: true },
  );

const element = (number: string, name: string, tag: string): string => paragraph('Body', [`（${number}）${name}。`, 'second'], `{${tag}}`);

/** Two to a row and two rows to a page, as large as that leaves room for. */
const photos = table(
  [78, 78],
  [
    [
      { style: 'Picture', text: '{#photo_pairs}{%left 60 74}', top: true },
      { style: 'Picture', text: '{%right 60 74}', top: true },
    ],
    [
      { style: 'PictureCaption', text: '{left_caption}', top: true },
      { style: 'PictureCaption', text: '{right_caption}{/photo_pairs}', top: true },
    ],
  ],
  { plain: true, heights: { 0: 63, 1: 17 }, keepRows: [0], tight: true },
);

/** 重大事故隐患报告. Its tags are the keys of `majorHazardReportData`. */
export const majorHazardReport = {
  key: 'major_hazard_report',
  title: '重大事故隐患报告（{enterprise}）',
  body: [
    paragraph('Title', '重大事故隐患报告'),
    paragraph('Addressee', '{office}：'),
    paragraph('Body', '{#reminder}'),
    paragraph('Body', ['{reminder}', 'heading']),
    paragraph('Body', '{/reminder}'),
    paragraph(
      'Body',
      '{found_on}，驻点监督人员在{county}{enterprise}{occasion}发现重大事故隐患1项。按照“发现重大问题、重大事故隐患要直报市化工专项行动办”的要求，现将有关情况报告如下。',
    ),
    paragraph('Heading1', '一、基本情况'),
    facts,
    paragraph('Gap', ''),
    paragraph('Heading1', '二、隐患描述'),
    paragraph('Body', '{description}'),
    paragraph('Heading1', '三、整改“五落实”情况'),
    element('一', '整改措施', 'measures'),
    element('二', '整改责任人', 'responsible_person'),
    element('三', '整改资金', 'funds'),
    element('四', '整改时限', 'deadline'),
    element('五', '应急预案', 'plan'),
    paragraph('Body', '{#missing}'),
    paragraph('Body', '以上{missing}待补充，明确后即行补报。'),
    paragraph('Body', '{/missing}'),
    paragraph('Heading1', '四、驻点人员及联系方式'),
    paragraph('Body', '{#has_team}'),
    people('team'),
    paragraph('Gap', ''),
    paragraph('Body', '{/has_team}'),
    paragraph('Body', '{^has_team}'),
    paragraph('Body', '该企业尚未登记驻点人员。'),
    paragraph('Body', '{/has_team}'),
    paragraph('Body', '{#has_other_finders}'),
    paragraph('Lead', '隐患由下列人员发现：'),
    people('other_finders'),
    paragraph('Gap', ''),
    paragraph('Body', '{/has_other_finders}'),
    paragraph('Body', '{#photo_count}'),
    paragraph('Annexes', '附件：现场照片{photo_count}张'),
    paragraph('Body', '{/photo_count}'),
    paragraph('Sender', '{sender}'),
    paragraph('Date', '{reported_on}'),
    // Photos stand in an annex after the date, for the same reason (GB/T 9704-2012, 7.3.4 and 7.3.5.5).
    paragraph('Body', '{#photo_count}'),
    paragraph('AnnexMark', '附件'),
    paragraph('Title', '现场照片'),
    paragraph('Body', '{/photo_count}'),
    photos,
    paragraph('Body', '{#photos_left_out}'),
    paragraph('PictureCaption', '其余{photos_left_out}张照片因邮件大小未附，请在系统中查看。'),
    paragraph('Body', '{/photos_left_out}'),
  ].join(''),
} as const;
