import type Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';

/** A part of a compiled template, as docxtemplater keeps it. */
interface Part {
  readonly type: string;
  readonly value?: string;
  readonly tag?: string;
  readonly position?: string;
  readonly module?: string;
  subparsed?: Part[];
  readonly hasPageBreak?: unknown;
  readonly hasPageBreakBeginning?: unknown;
  readonly addNextPage?: unknown;
  readonly addContinuousType?: unknown;
  readonly sectPrCount?: number;
}

/**
 * Joins what stays the same in the body of each loop of a compiled template. docxtemplater walks every tag of a body once for every row, and
 * the 160 tags of a row are the time of a long table; the document is the same to the byte. Bodies with anything but texts in them, and those
 * that end or begin pages, stay as they are.
 */
export function mergeFixedParts(document: Docxtemplater<PizZip>): void {
  // Its types leave out what a compiled file is.
  const { compiled } = document as unknown as { readonly compiled: Readonly<Record<string, { readonly postparsed: readonly Part[] }>> };
  for (const { postparsed } of Object.values(compiled)) mergeIn(postparsed);
}

function mergeIn(parts: readonly Part[]): void {
  for (const part of parts) {
    if (!part.subparsed) continue;
    mergeIn(part.subparsed);
    if (isPlain(part, part.subparsed)) part.subparsed = merged(part.subparsed);
  }
}

function isPlain(loop: Part, body: readonly Part[]): boolean {
  if (loop.hasPageBreak || loop.hasPageBreakBeginning || loop.addNextPage || loop.addContinuousType || loop.sectPrCount) return false;
  return body.every(({ type, module, tag }) => (type === 'placeholder' ? !module : isFixed(type) && !/^w:(sectPr|drawing|pict)$/.test(tag ?? '')));
}

const isFixed = (type: string): boolean => type === 'tag' || type === 'content';

/** docxtemplater keeps the properties of the run it is in, for the line breaks of a text: it has to meet them, and where a run begins. */
function merged(body: readonly Part[]): Part[] {
  const anyProperties = body.some(({ tag }) => tag === 'w:rPr');
  const result: Part[] = [];
  let open = false;
  let runs = 0;
  let inProperties = false;
  for (const part of body) {
    const beginsRun = part.tag === 'w:r' && part.position === 'start';
    if (beginsRun) runs += 1;
    const met = inProperties || part.tag === 'w:rPr' || (beginsRun && (anyProperties || runs === 1));
    if (part.tag === 'w:rPr') inProperties = part.position === 'start';
    const joins = isFixed(part.type) && !met;
    const last = result.at(-1);
    if (joins && open && last) result[result.length - 1] = { type: 'content', value: (last.value ?? '') + (part.value ?? '') };
    else result.push(joins ? { ...part } : part);
    open = joins;
  }
  return result;
}
