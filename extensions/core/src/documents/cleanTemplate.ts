import type PizZip from 'pizzip';
import { filledParts } from './filledParts.ts';
import { partText } from './partText.ts';

/** What the programs and people who made a template note down in it, and what says nothing to those who get a document. */
const NOTES: Readonly<Record<string, RegExp>> = {
  'docProps/core.xml': /<(dc:creator|cp:lastModifiedBy|cp:lastPrinted|cp:revision|dcterms:created|dcterms:modified)\b(?:[^>]*\/>|[^>]*>[^<]*<\/\1>)/g,
  'docProps/app.xml': /<(Template|Company|Manager|HyperlinkBase|TotalTime)\b(?:[^>]*\/>|[^>]*>[^<]*<\/\1>)/g,
  'docProps/custom.xml': /<property\b.*<\/property>/gs,
  'word/settings.xml': /<w:(attachedTemplate|documentProtection|writeProtection|trackRevisions|mailMerge|rsids)\b(?:[^>]*\/>|[^>]*>.*?<\/w:\1>)/gs,
};
/** A control that fills itself from other data, that nobody may change, or whose content counts as a hint. ECMA-376 part 1, 17.5.2. */
const CONTROL = /<(w|w15):(dataBinding|lock|showingPlcHdr)\b[^>]*?(?:\/>|>[^<]*<\/\1:\2>)/g;
/** Revisions as if all were accepted, and what ties comments to a text. */
const GONE = [
  /<w:(del|moveFrom)\b[^>]*[^/]>.*?<\/w:\1>/gs,
  /<w:(rPrChange|pPrChange|tblPrChange|tblPrExChange|trPrChange|tcPrChange|sectPrChange|tblGridChange)\b[^>]*[^/]>.*?<\/w:\1>/gs,
  /<\/?w:(?:ins|moveTo)\b[^>]*>/g,
  /<w:(?:del|moveFrom|numberingChange|cellIns|cellDel|cellMerge|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart|moveToRangeEnd)\b[^>]*\/>/g,
  /<w:(?:commentRangeStart|commentRangeEnd|commentReference)\b[^>]*\/>/g,
];
const MAYBE = /<w:(?:ins|del|move|comment|cellIns|cellDel|cellMerge|numberingChange)|Change\b/;
const REMARKS = /^word\/(comments\w*|people)\.xml$/;
/** What Word opens as a document, whatever kind of template or of document with macros it was. */
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const OTHER_MAIN =
  /application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml/g;

/**
 * Takes out of a template's package what must not go out with a document: who has made it and where it lay, protection, comments, what Word
 * would put in place of the text. `checkTemplate` refuses most of it; a template may have been put in force before it was asked.
 */
export function cleanTemplate(zip: PizZip): void {
  for (const [name, pattern] of Object.entries(NOTES)) change(zip, name, (xml) => xml.replace(pattern, ''));
  change(zip, 'word/_rels/settings.xml.rels', (xml) => xml.replace(/<Relationship\b[^>]*\/attachedTemplate"[^>]*>/g, ''));
  change(zip, '[Content_Types].xml', (xml) => xml.replace(OTHER_MAIN, MAIN));
  for (const { name } of filledParts(zip)) {
    change(zip, name, (xml) => {
      const freed = xml.includes('<w:sdtPr>') ? xml.replace(CONTROL, '') : xml;
      return MAYBE.test(freed) ? GONE.reduce((text, pattern) => text.replace(pattern, ''), freed) : freed;
    });
  }
  for (const name of Object.keys(zip.files).filter((one) => REMARKS.test(one))) drop(zip, name);
}

function change(zip: PizZip, name: string, mend: (xml: string) => string): void {
  const before = partText(zip, name);
  const after = before === '' ? before : mend(before);
  if (after !== before) zip.file(name, after);
}

/** A part with what the package says of it. */
function drop(zip: PizZip, name: string): void {
  const file = name.slice(name.lastIndexOf('/') + 1);
  Reflect.deleteProperty(zip.files, name);
  change(zip, '[Content_Types].xml', (xml) => xml.replace(new RegExp(`<Override\\b[^>]*PartName="/${name}"[^>]*>`), ''));
  change(zip, 'word/_rels/document.xml.rels', (xml) => xml.replace(new RegExp(`<Relationship\\b[^>]*Target="(?:/word/)?${file}"[^>]*>`), ''));
}
