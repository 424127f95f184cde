import PizZip from 'pizzip';
import { readZip } from './readZip.ts';
import { TemplateError } from './TemplateError.ts';
import type { TemplateFault } from './TemplateFault.ts';

const STRICT = /purl\.oclc\.org\/ooxml/;
const REQUIRED = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];

/**
 * A new zip of the template, for one document only: docxtemplater writes into it.
 * Throws `TemplateError` when the file is no usable .docx, or brings macros along.
 */
export function openTemplate(template: Uint8Array): PizZip {
  const entries = readZip(template);
  const faults: TemplateFault[] = [];
  const missing = REQUIRED.filter((name) => !entries.has(name));
  const [part] = missing;
  if (part !== undefined) {
    const message = entries.has('xl/workbook.xml')
      ? '文件其实是 Excel 工作簿，这种文书要用 Word 模板。请上传 Word 文档（*.docx）。'
      : `这不是 Word 文档：缺少 ${missing.join('、')}。请在 Word 或 WPS 中另存为“Word 文档（*.docx）”后重新上传。`;
    faults.push({ id: 'not_a_template', tag: null, part, message });
  }
  if (part === undefined && STRICT.test(new TextDecoder().decode(entries.get('word/document.xml')?.subarray(0, 4096)))) {
    const message = '模板存成了“Strict Open XML 文档”，WPS 和旧版 Word 打不开。请另存为“Word 文档（*.docx）”后重新上传。';
    faults.push({ id: 'not_a_template', tag: null, part: 'word/document.xml', message });
  }
  for (const name of entries.keys()) {
    if (/(^|\/)vbaProject\.bin$/i.test(name)) {
      const message = '模板含有宏，不能用于对外公文。请另存为“Word 文档（*.docx）”（不含宏）后重新上传。';
      faults.push({ id: 'template_has_macros', tag: null, part: name, message });
    }
    if (/^word\/(activeX\/activeX|embeddings\/oleObject)\d*\.(xml|bin)$/i.test(name)) {
      const message = '模板含有控件或嵌入的对象，收件人的电脑会拦截。请删去，或改为图片、文字后重新上传。';
      faults.push({ id: 'part_refused', tag: null, part: name, message });
    }
  }
  if (faults.length > 0) throw new TemplateError(faults);

  return sameFiles(template, entries);
}

/** The zip as pizzip reads it, which keeps packed what a document does not change; packed anew when the two readers do not see the same files. */
function sameFiles(template: Uint8Array, entries: ReadonlyMap<string, Uint8Array>): PizZip {
  const zip = asPizzipReads(template);
  const files = Object.values(zip?.files ?? {}).filter(({ dir }) => !dir);
  if (zip && files.length === entries.size && files.every(({ name }) => entries.has(name))) return zip;
  const anew = new PizZip();
  for (const [name, content] of entries) anew.file(name, content);
  return anew;
}

/** Null where pizzip asks more of a zip than our own reader, which has found the file whole: sizes told twice, say. */
function asPizzipReads(template: Uint8Array): PizZip | null {
  try {
    return new PizZip(template);
  } catch {
    return null;
  }
}
