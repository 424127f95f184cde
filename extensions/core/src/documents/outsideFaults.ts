import type { Office } from './Office.ts';
import { partName } from './partName.ts';
import { readZip } from './readZip.ts';
import type { TemplateFault } from './TemplateFault.ts';

const RELATIONSHIP = /<Relationship\b[^>]*>/g;
const attribute = (element: string, name: string): string => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(element)?.[1] ?? '';
/** Fields that bring in what lies elsewhere when a document is opened. ECMA-376 part 1, 17.16.5. */
const FIELDS = /\b(INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|DDE|DDEAUTO|RD)\b/;
const INSTRUCTION = /<w:(?:instrText\b[^>]*>([^<]*)<|fldSimple\b[^>]*\bw:instr\s*=\s*["']([^"']*)["'])/g;

/**
 * What a template would fetch from elsewhere when a document made of it is opened: pictures, parts, data. Each such place is told; empty where
 * the template is whole in itself. A link that somebody has to click fetches nothing.
 */
export function outsideFaults(template: Uint8Array, office: Office): TemplateFault[] {
  const faults: TemplateFault[] = [];
  for (const [name, bytes] of readZip(template, office)) {
    if (name.endsWith('.rels')) {
      for (const [element] of new TextDecoder().decode(bytes).matchAll(RELATIONSHIP)) {
        if (attribute(element, 'TargetMode') !== 'External' || attribute(element, 'Type').endsWith('/hyperlink')) continue;
        faults.push(fault(sourceOf(name), attribute(element, 'Target')));
      }
    } else if (/(^|\/)(connections|externalLink\d*)\.xml$/.test(name)) faults.push(fault(name, '外部数据连接'));
    else if (office === 'Word' && name.endsWith('.xml')) {
      for (const [, text, simple] of new TextDecoder().decode(bytes).matchAll(INSTRUCTION)) {
        const instruction = (text ?? simple ?? '').trim();
        if (FIELDS.test(instruction)) faults.push(fault(name, instruction));
      }
    }
  }
  return faults;
}

/** The part that a file of relationships belongs to: `word/_rels/document.xml.rels` is of `word/document.xml`. */
const sourceOf = (name: string): string => name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');

function fault(part: string, target: string): TemplateFault {
  const told = target.length > 80 ? `${target.slice(0, 80)}…` : target;
  const message = `${partName(part)}：引用了文件以外的内容（${told}），打开时会去外部读取。请改为直接插入的图片或文字后重新上传。`;
  return { id: 'outside_content', tag: null, part, message };
}
