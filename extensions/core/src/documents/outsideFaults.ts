import { fieldsOf } from './fieldsOf.ts';
import type { Office } from './Office.ts';
import { partName } from './partName.ts';
import { readZip } from './readZip.ts';
import type { TemplateFault } from './TemplateFault.ts';
import { templateParts } from './templateParts.ts';

const RELATIONSHIP = /<Relationship\b[^>]*>/g;
const attribute = (element: string, name: string): string => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(element)?.[1] ?? '';
/** Fields that bring in what lies elsewhere when a document is opened. ECMA-376 part 1, 17.16.5. */
const FIELDS = /^(INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|DDE|DDEAUTO|RD)\b/;
/** A template on somebody's own disk is only a note of Word's, which no document keeps. */
const LOCAL = /^(file:\/\/\/|[A-Za-z]:|[^/\\:]+$)/;

/**
 * What a template would fetch from elsewhere when a document made of it is opened: pictures, parts, data. Each such place is told; empty where
 * the template is whole in itself. A link that somebody has to click fetches nothing.
 */
export function outsideFaults(template: Uint8Array, office: Office): TemplateFault[] {
  const entries = readZip(template, office);
  const parts = office === 'Word' ? templateParts(entries) : [];
  const faults: TemplateFault[] = [];
  for (const [name, bytes] of entries) {
    if (name.endsWith('.rels')) {
      const source = sourceOf(name);
      const part = parts.find((one) => one.name === source);
      for (const [element] of new TextDecoder().decode(bytes).matchAll(RELATIONSHIP)) {
        const [type, target] = [attribute(element, 'Type'), attribute(element, 'Target')];
        if (attribute(element, 'TargetMode') !== 'External' || type.endsWith('/hyperlink')) continue;
        if (type.endsWith('/attachedTemplate') && LOCAL.test(target)) continue;
        const used = part?.xml.indexOf(`"${attribute(element, 'Id')}"`) ?? -1;
        faults.push(fault(source, target, part && used >= 0 ? part.places.atXml(used) : partName(source)));
      }
    } else if (/(^|\/)(connections|externalLink\d*)\.xml$/.test(name)) faults.push(fault(name, '外部数据连接', partName(name)));
  }
  for (const { name, xml, places } of parts)
    for (const { code, at } of fieldsOf(xml)) if (FIELDS.test(code)) faults.push(fault(name, code, places.atXml(at)));
  return faults;
}

/** The part that a file of relationships belongs to: `word/_rels/document.xml.rels` is of `word/document.xml`. */
const sourceOf = (name: string): string => name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');

function fault(part: string, target: string, place: string): TemplateFault {
  const told = target.length > 80 ? `${target.slice(0, 80)}…` : target;
  const message = `${place}：引用了文件以外的内容（${told}），打开时会去外部读取。请改为直接插入的图片或文字后重新上传。`;
  return { id: 'outside_content', tag: null, part, message };
}
