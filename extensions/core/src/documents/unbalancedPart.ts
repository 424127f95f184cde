import type PizZip from 'pizzip';

/** Comments, CDATA and instructions first, since a tag inside them is none. */
const MARKUP = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)(?:\s[^<>]*?)?(\/?)>/g;

function isBalanced(xml: string): boolean {
  const open: string[] = [];
  for (const [, closing, name = '', selfClosing] of xml.matchAll(MARKUP)) {
    if (name === '' || selfClosing === '/') continue;
    if (closing !== '/') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

/**
 * The first part of the document whose elements do not close in order, or null. docxtemplater repeats stretches of XML
 * without parsing them, and lets some misplaced loops through; Word would call the file damaged.
 */
export function unbalancedPart(zip: PizZip): string | null {
  const parts = zip.file(/^word\/[^/]+\.xml$/);
  return parts.find((part) => !isBalanced(part.asText()))?.name ?? null;
}
