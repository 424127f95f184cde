import { partName } from './partName.ts';
import type { TemplateFault } from './TemplateFault.ts';
import type { TemplatePart } from './templateParts.ts';

/** What docxtemplater hangs on its errors; it declares them `any`. */
interface Properties {
  readonly id?: string;
  readonly xtag?: string;
  readonly context?: string;
  readonly file?: string;
  /** Where it is in the part's text; of two tags that do not fit, of both. */
  readonly offset?: number | readonly number[];
  readonly openingtag?: string;
  readonly closingtag?: string;
  readonly lastPair?: { readonly left: string; readonly right: string };
  readonly pair?: { readonly left: string; readonly right: string };
  readonly errors?: readonly unknown[];
}

type Explain = (tag: string, properties: Properties) => string;

const SHOWN = 30;
const near = (properties: Properties): string => {
  const context = (properties.context ?? properties.xtag ?? '').trim();
  return context.length > SHOWN ? `${context.slice(0, SHOWN)}…` : context;
};
const misplaced: Explain = (tag) =>
  `循环标签“{#${tag}}”和“{/${tag}}”位置不对：要么都在同一个表格行里，要么各自单独成段，不能一个在表格里、一个在表格外。请移到对应的位置。`;
const corrupt: Explain = () => '内容已损坏，无法解析。请在 Word 或 WPS 中打开模板、另存为 .docx 后重新上传。';
const wrongType: Explain = () => '文件不是 Word 文档。请在 Word 或 WPS 中另存为“Word 文档（*.docx）”后重新上传。';

/** What is wrong and what to do about it; where it is gets put in front. */
const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  unopened_tag: (_, p) => `“${near(p)}”附近有“}”而前面没有“{”。请在标签前补上“{”，或删去多余的“}”。`,
  unclosed_tag: (_, p) => `“${near(p)}”附近的标签缺少结尾的“}”。请在标签名后补上“}”。`,
  duplicate_open_tag: (_, p) => `“${near(p)}”多写了一个“{”。标签只用一对花括号，请删去多余的“{”。`,
  duplicate_close_tag: (_, p) => `“${near(p)}”多写了一个“}”。标签只用一对花括号，请删去多余的“}”。`,
  unclosed_loop: (tag) => `循环“{#${tag}}”没有结束。请在需要重复的内容之后加上“{/${tag}}”。`,
  unopened_loop: (tag) => `循环结束标签“{/${tag}}”前面没有“{#${tag}}”。请在需要重复的内容之前加上“{#${tag}}”，或删去它。`,
  closing_tag_does_not_match_opening_tag: (tag, { closingtag = '' }) =>
    `循环“{#${tag}}”却用“{/${closingtag}}”结束，两个名称不一致。请改为“{/${tag}}”。`,
  unbalanced_loop_tags: (tag, { pair = { left: '' } }) => `循环“{#${tag}}”与循环“{#${pair.left}}”相互交叉。请让里面的循环先结束，再结束外面的循环。`,
  loop_position_invalid: misplaced,
  no_xml_tag_found_at_left: misplaced,
  no_xml_tag_found_at_right: misplaced,
  change_delimiters_invalid: (tag) => `标签“{=${tag}}”想更换分隔符，但写法不对。请删去它，一律使用“{”和“}”。`,
  scopeparser_compilation_failed: (tag) => `标签“{${tag}}”的写法不能识别。请只写字段名，不写算式。`,
  scopeparser_execution_failed: (tag) => `标签“{${tag}}”取值失败。请核对字段名，只写字段名、不写算式。`,
  loop_breaks_document: () =>
    '有循环标签的位置会使生成的文书损坏。请检查每一对“{#…}”和“{/…}”：要么都在同一个表格行里，要么各自单独成段，不能一个在表格里、一个在表格外。',
  raw_xml_not_allowed: (tag) => `标签“{@${tag}}”会把数据当作文档代码插入，不允许使用。请改为“{${tag}}”。`,
  image_tag_misplaced: (tag) => `图片标签“{%${tag}}”所在位置不能放图片。请移到普通段落或单元格中。`,
  image_not_in_spreadsheet: (tag) => `图片标签“{%${tag}}”只能用在 Word 模板里。请删去它。`,
  formula_not_a_sum: (tag) => `公式“=${tag}”不能用，模板里只能写求和公式，如 =SUM(C6:C6)。请改为求和，或删去公式。`,
  blocks_overlap: (tag) => `循环“{#${tag}}”与另一个循环占用了相同的行。请让它们各占各的行，也不要一个套一个。`,
  merge_leaves_block: (tag) => `循环“{#${tag}}”里的合并单元格伸到了循环之外。请让它整个在循环的行里，或整个在外面。`,
  file_has_invalid_xml: corrupt,
  malformed_xml: corrupt,
  filetype_not_identified: wrongType,
  filetype_not_handled: wrongType,
  filetype_not_supported: wrongType,
  xlsx_filetype_needs_xlsx_module: wrongType,
};

function tagOf(properties: Properties): string | null {
  const tag = properties.xtag ?? properties.openingtag ?? properties.lastPair?.left;
  return typeof tag === 'string' ? tag : null;
}

const propertiesOf = (error: unknown): Properties => (error as { properties?: Properties } | null)?.properties ?? {};

function faultOf(error: unknown, parts: readonly TemplatePart[]): TemplateFault {
  const properties = propertiesOf(error);
  const id = properties.id ?? 'template_unreadable';
  const tag = tagOf(properties);
  const part = properties.file ?? null;
  const text = error instanceof Error ? error.message : String(error);
  const explain = EXPLANATIONS[id] ?? (() => `无法处理（${text}）。请核对标签的写法，或从“文书模板”下载现行模板重新修改。`);
  const [at] = offsetsOf(properties);
  return { id, tag, part, message: `${placeOf(properties, parts)}：${explain(tag ?? '', properties)}`, ...(at !== undefined && { at }) };
}

const offsetsOf = ({ offset = [] }: Properties): readonly number[] => (typeof offset === 'number' ? [offset] : offset);

/** The paragraph or cell of a fault; the part's name where nothing more is known. */
function placeOf(properties: Properties, parts: readonly TemplatePart[]): string {
  const { file = null } = properties;
  const places = parts.find(({ name }) => name === file)?.places;
  const offsets = offsetsOf(properties);
  if (!places || offsets.length === 0) return partName(file);
  const [first = places.title, ...others] = new Set(offsets.map(places.atText));
  return [first, ...others.map((other) => other.slice(places.title.length))].join('、');
}

/**
 * Every fault in what docxtemplater threw, once each, in the words of the person who edits templates.
 * An error that is none of docxtemplater's becomes one fault that carries its message.
 *
 * @param parts the template's parts, for the places of its faults
 */
export function templateFaults(error: unknown, parts: readonly TemplatePart[] = []): TemplateFault[] {
  const faults = (propertiesOf(error).errors ?? [error]).map((one) => faultOf(one, parts));
  const seen = new Set<string>();
  return faults.filter((fault) => !seen.has(fault.message) && seen.add(fault.message));
}
