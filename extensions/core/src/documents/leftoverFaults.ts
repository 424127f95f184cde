import { decodeEntities } from './decodeEntities.ts';
import type { TemplateFault } from './TemplateFault.ts';
import type { TemplatePart } from './templateParts.ts';

type Entries = ReadonlyMap<string, Uint8Array>;
const REVISION =
  /<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange|tblPrChange|tblPrExChange|trPrChange|tcPrChange|sectPrChange|tblGridChange|numberingChange|cellIns|cellDel|cellMerge)\b[^>]*>/g;
const COMMENT = /<w:comment\s[^>]*>.*?<\/w:comment>/gs;
const ON = '(?:\\s+w:val\\s*=\\s*["\'](?:1|true|on)["\'])?\\s*/>';
const VANISH = new RegExp(`<w:vanish${ON}`);
const read = (entries: Entries, name: string): string => new TextDecoder().decode(entries.get(name));
const value = (element: string, name: string): string => decodeEntities(new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(element)?.[1] ?? '');
const shown = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
const plain = (xml: string): string => decodeEntities([...xml.matchAll(/<w:t\b[^>]*>([^<]*)/g)].map(([, text]) => text).join('')).trim();
const fault = (id: string, part: string | null, place: string, message: string): TemplateFault => ({
  id,
  tag: null,
  part,
  message: `${place}：${message}`,
});

/**
 * What those who wrote a template have left in it, and what would go out with every document: revisions, comments, hidden text, protection.
 * Each is told with its place; empty where there is nothing.
 */
export function leftoverFaults(entries: Entries, parts: readonly TemplatePart[]): TemplateFault[] {
  const hidden = hiddenStyles(read(entries, 'word/styles.xml'));
  return [
    ...settingFaults(entries),
    ...parts.flatMap((part) => [...revisions(part), ...hiddenTexts(part, hidden)]),
    ...comments(read(entries, 'word/comments.xml'), parts),
  ];
}

function settingFaults(entries: Entries): TemplateFault[] {
  const settings = read(entries, 'word/settings.xml');
  const told: string[] = [];
  const [protection = ''] = /<w:documentProtection\b[^>]*>/.exec(settings) ?? [];
  if (/w:enforcement\s*=\s*["'](?:1|true|on)["']/.test(protection))
    told.push('启用了“限制编辑”，收到文书的人填写、签字都不行。请在“审阅”中停止保护，再重新上传。');
  if (/<w:writeProtection\b/.test(settings))
    told.push('设了“建议只读”或修改密码，收到文书的人填写、签字都不便。请在“另存为”的“工具—常规选项”中取消，再重新上传。');
  if (new RegExp(`<w:trackRevisions${ON}`).test(settings))
    told.push('开着“修订”，收到文书的人改动的每一处都会成为修订。请在“审阅”中关闭修订，再重新上传。');
  if (/name\s*=\s*["']_MarkAsFinal["'][^>]*>\s*<vt:bool>\s*(?:true|1)/.test(read(entries, 'docProps/custom.xml')))
    told.push('已“标记为最终”，收到文书的人打开时不能编辑。请在“文件—信息”中取消，再重新上传。');
  return told.map((message) => fault('template_protected', 'word/settings.xml', '模板', message));
}

/** One for each place: a paragraph that was reworked holds a dozen. */
function revisions({ name, xml, places }: TemplatePart): TemplateFault[] {
  const found = new Map<string, { count: number; readonly authors: Set<string> }>();
  for (const { 0: element, index } of xml.matchAll(REVISION)) {
    const place = places.atXml(index);
    const here = found.get(place) ?? { count: 0, authors: new Set() };
    const author = value(element, 'w:author');
    if (author !== '') here.authors.add(author);
    here.count += 1;
    found.set(place, here);
  }
  return [...found].map(([place, { count, authors }]) => {
    const by = authors.size === 0 ? '' : `（${[...authors].join('、')}）`;
    return fault(
      'revisions_left',
      name,
      place,
      `有 ${count} 处修订${by}没有处理，会原样留在每份文书里。请在“审阅”中接受或拒绝所有修订，再重新上传。`,
    );
  });
}

function comments(xml: string, parts: readonly TemplatePart[]): TemplateFault[] {
  return [...xml.matchAll(COMMENT)].map(([comment]) => {
    const id = value(comment, 'w:id');
    const anchor = new RegExp(`<w:comment(?:RangeStart|Reference)\\b[^>]*w:id=["']${id}["']`);
    const part = parts.find((one) => anchor.test(one.xml));
    const place = part ? part.places.atXml(anchor.exec(part.xml)?.index ?? 0) : '模板';
    const said = [value(comment, 'w:author'), shown(plain(comment))].filter((one) => one !== '').join('：');
    return fault(
      'comments_left',
      part?.name ?? 'word/comments.xml',
      place,
      `有批注（${said}），会随每份文书发出。请在“审阅”中删除所有批注，再重新上传。`,
    );
  });
}

/** Styles that hide what is set in them. */
function hiddenStyles(styles: string): ReadonlySet<string> {
  const hidden = [...styles.matchAll(/<w:style\b[^>]*>.*?<\/w:style>/gs)].filter(([style]) => VANISH.test(style));
  return new Set(hidden.map(([style]) => value(style, 'w:styleId')));
}

const RUN = /<w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr>((?:(?!<w:rPr>|<\/w:r>).)*)/gs;

function hiddenTexts({ name, xml, places }: TemplatePart, styles: ReadonlySet<string>): TemplateFault[] {
  const texts = new Map<string, string>();
  const add = (place: string, text: string): void => {
    if (text !== '') texts.set(place, (texts.get(place) ?? '') + text);
  };
  for (const { 1: properties = '', 2: content = '', index } of xml.matchAll(RUN)) {
    const style = value(/<w:rStyle\b[^>]*>/.exec(properties)?.[0] ?? '', 'w:val');
    if (VANISH.test(properties) || (styles.has(style) && !properties.includes('<w:vanish'))) add(places.atXml(index), plain(content));
  }
  for (const { from, text, place } of places.paragraphs) {
    const [style = ''] = /<w:pStyle\b[^>]*>/.exec(xml.slice(from, from + 200)) ?? [];
    if (styles.has(value(style, 'w:val'))) add(place, decodeEntities(text).trim());
  }
  return [...texts].map(([place, text]) =>
    fault('hidden_text', name, place, `有隐藏文字（${shown(text)}），收件人显示隐藏文字时就会看到。请删去，或取消“字体”中的“隐藏”，再重新上传。`),
  );
}
