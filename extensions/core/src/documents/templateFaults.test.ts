import { describe, expect, it } from 'vitest';
import { renderWord } from './renderWord.ts';
import { TemplateError } from './TemplateError.ts';
import type { TemplateFault } from './TemplateFault.ts';
import { templateFaults } from './templateFaults.ts';
import { header, p, wordTemplate } from './testing/wordTemplate.ts';

function faultsOf(template: Uint8Array, data: Record<string, unknown> = {}): readonly TemplateFault[] {
  try {
    renderWord(template, data);
  } catch (error) {
    if (error instanceof TemplateError) return error.faults;
    throw error;
  }
  return [];
}
const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`;

it('finds nothing wrong with a sound template', () => {
  expect(faultsOf(wordTemplate(p('{a}{#b}{c}{/b}')))).toEqual([]);
});

it('reports all faults of all parts together, each with its tag, its place and a remedy', () => {
  const faults = faultsOf(wordTemplate(p('{#people}') + p('{name') + p('{/peple}') + p('{@raw}'), header('单位}')));
  expect(faults.map(({ id, part }) => [id, part])).toEqual(
    expect.arrayContaining([
      ['unclosed_tag', 'word/document.xml'],
      ['unopened_tag', 'word/header1.xml'],
      ['closing_tag_does_not_match_opening_tag', 'word/document.xml'],
      ['raw_xml_not_allowed', 'word/document.xml'],
    ]),
  );
  const messages = faults.map(({ message }) => message).join('\n');
  expect(messages).toContain('页眉第 1 段：“单位”附近有“}”而前面没有“{”。请在标签前补上“{”，或删去多余的“}”。');
  expect(messages).toContain('正文第 1 段、第 3 段：循环“{#people}”却用“{/peple}”结束，两个名称不一致。请改为“{/people}”。');
  expect(messages).toContain('正文第 4 段：标签“{@raw}”会把数据当作文档代码插入，不允许使用。请改为“{raw}”。');
});

it.each([
  ['unclosed_loop', p('{#a}x'), 'a', '请在需要重复的内容之后加上“{/a}”'],
  ['unopened_loop', p('x{/a}'), 'a', '前面没有“{#a}”'],
  ['duplicate_open_tag', p('{{a}'), '{{a}', '请删去多余的“{”'],
  ['duplicate_close_tag', p('{a}}'), null, '请删去多余的“}”'],
  ['loop_position_invalid', `<w:tbl><w:tr>${cell('{#a}x')}</w:tr></w:tbl>${p('{/a}')}`, 'a', '不能一个在表格里、一个在表格外'],
  ['loop_breaks_document', `<w:tbl><w:tr>${cell('{#a}')}</w:tr></w:tbl>${p('{/a}')}`, null, '不能一个在表格里、一个在表格外'],
  ['unclosed_tag', p('{企业名称'), '企业名称', '缺少结尾的“}”'],
])('tells the author of a template about %s', (id, body, tag, remedy) => {
  const fault = faultsOf(wordTemplate(body)).find((candidate) => candidate.id === id);
  expect(fault?.message).toContain(remedy);
  expect(fault?.message).toMatch(/^正文第 1 /);
  if (tag !== null) expect(fault?.tag).toBe(tag);
});

it('names two loops of a table that cross, and shows of a long text its beginning', () => {
  const row = `<w:tbl><w:tr>${cell('{#a}x')}${cell('{/a}{#b}y{/b}')}</w:tr></w:tbl>`;
  expect(faultsOf(wordTemplate(row))).toMatchObject([
    {
      id: 'unbalanced_loop_tags',
      tag: 'a',
      message: '正文第 1 个表格第 1 行第 1 格、第 1 个表格第 1 行第 2 格：循环“{#a}”与循环“{#b}”相互交叉。请让里面的循环先结束，再结束外面的循环。',
    },
  ]);
  const [fault] = faultsOf(wordTemplate(p(`{${'很长的标签'.repeat(8)}`)));
  expect(fault?.message).toContain(`“{${'很长的标签'.repeat(6).slice(0, 29)}…”附近`);
});

it.each([
  ['word/footer2.xml', '页脚'],
  ['word/footnotes.xml', '脚注或尾注'],
  ['word/endnotes.xml', '脚注或尾注'],
  ['word/comments.xml', '批注'],
  ['docProps/core.xml', '文档属性'],
  ['word/charts/chart1.xml', '部件 word/charts/chart1.xml'],
  ['统计表!C6', '工作表“统计表”单元格 C6'],
])('calls %s what its editor calls it: %s', (file, name) => {
  const [fault] = templateFaults({ properties: { id: 'unclosed_loop', xtag: 'rows', file } });
  expect(fault).toMatchObject({ part: file, message: `${name}：循环“{#rows}”没有结束。请在需要重复的内容之后加上“{/rows}”。` });
});

it.each([
  [new TypeError('no such part'), 'no such part'],
  ['stopped', 'stopped'],
  [null, 'null'],
])('makes one fault of what is none of docxtemplater’s, with its words: %s', (error, words) => {
  expect(templateFaults(error)).toEqual([
    {
      id: 'template_unreadable',
      tag: null,
      part: null,
      message: `模板：无法处理（${words}）。请核对标签的写法，或从“文书模板”下载现行模板重新修改。`,
    },
  ]);
});

it('says where docxtemplater names a tag and no neighbourhood what the tag is', () => {
  expect(templateFaults({ properties: { id: 'duplicate_open_tag', xtag: '{{a' } })[0]?.message).toContain('“{{a”多写了一个“{”');
  expect(templateFaults({ properties: { id: 'unopened_tag' } })[0]?.message).toContain('“”附近有“}”');
});

it('refuses a picture where none can stand', () => {
  const core = '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>{%photo}</dc:title></cp:coreProperties>';
  expect(faultsOf(wordTemplate(p('x'), { 'docProps/core.xml': core }))[0]).toMatchObject({
    id: 'image_tag_misplaced',
    tag: 'photo',
    part: 'docProps/core.xml',
  });
});

it('says of broken XML that the file has to be saved anew', () => {
  const [fault] = faultsOf(wordTemplate('<w:p><w:r><w:t>{a}<w:p</w:t>'));
  expect(fault?.message).toMatch(/已损坏.*另存为/);
});

describe('the error', () => {
  it('lists its faults, numbered, and says how many more there are', () => {
    const body = Array.from({ length: 25 }, (_, index) => p(`{tag${index}`)).join('');
    const error = new TemplateError(faultsOf(wordTemplate(body)));
    expect(error.message).toMatch(/^Word 模板有 \d+ 处问题：\n1\. 正文第 1 段：/);
    expect(error.message.split('\n').length).toBeLessThanOrEqual(22);
  });
});
