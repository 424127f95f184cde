import type { TemplateFault } from '../documents/TemplateFault.ts';

/** In force; LibreOffice writes an element without anything in it for a workbook that is not protected. */
const LOCKED =
  /<workbookProtection\b[^>]*\b(?:lockStructure|lockWindows|lockRevision)="(?:1|true)"|<fileSharing\b[^>]*\b(?:readOnlyRecommended="(?:1|true)"|reservationPassword=|hashValue=)/;

/** What keeps whoever gets a workbook from working with it. */
export function bookFaults(entries: ReadonlyMap<string, Uint8Array>): TemplateFault[] {
  const book = new TextDecoder().decode(entries.get('xl/workbook.xml'));
  const final = /name\s*=\s*["']_MarkAsFinal["'][^>]*>\s*<vt:bool>\s*(?:true|1)/.test(new TextDecoder().decode(entries.get('docProps/custom.xml')));
  if (!final && !LOCKED.test(book)) return [];
  const message = '模板：工作簿受保护或设为只读，收到表格的人不能改动。请在“审阅”中取消保护，再重新上传。';
  return [{ id: 'template_protected', tag: null, part: 'xl/workbook.xml', message }];
}
