import { cleanData } from './cleanData.ts';
import { crossingLoops } from './crossingLoops.ts';
import { cleanTemplate } from './cleanTemplate.ts';
import { mergeFixedParts } from './mergeFixedParts.ts';
import { numberDrawings } from './numberDrawings.ts';
import { openTemplate } from './openTemplate.ts';
import { partText } from './partText.ts';
import { PictureStore } from './PictureStore.ts';
import { sealZip } from './sealZip.ts';
import { placeSignature } from './placeSignature.ts';
import { readZip } from './readZip.ts';
import { TemplateError } from './TemplateError.ts';
import { templateFaults } from './templateFaults.ts';
import { templateParts } from './templateParts.ts';
import { unbalancedPart } from './unbalancedPart.ts';
import { wordDocument } from './wordDocument.ts';

const BODY = 'word/document.xml';

/**
 * A Word document from a template and data; bytes in, bytes out, the same for the same input.
 *
 * Tags: `{name}` a text (line breaks kept), `{#list}…{/list}` for each or if, `{^list}…{/list}` if none, `{%name}` a
 * picture, whose value is a key of `images` (PNG or JPEG; scaled down to the type area). What is missing is blank.
 * Throws `TemplateError` with all faults of the template.
 */
export function renderWord(template: Uint8Array, data: Record<string, unknown>, images: Record<string, Uint8Array> = {}): Uint8Array {
  const clean = cleanData(data);
  const zip = openTemplate(template);
  try {
    const pictures = new PictureStore(zip, images);
    cleanTemplate(zip);
    const document = wordDocument(zip, pictures);
    mergeFixedParts(document);
    document.render(clean);
    pictures.write();
    numberDrawings(zip);
    const body = partText(zip, BODY);
    const signed = placeSignature(body, partText(zip, 'word/styles.xml'));
    if (signed !== body) zip.file(BODY, signed);
    const damaged = unbalancedPart(zip);
    if (damaged !== null) throw brokenBy(damaged, template);
    return sealZip(zip);
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError(templateFaults(error, templateParts(readZip(template))), { cause: error });
  }
}

/** The loops that a table's edge runs through are what breaks a document. */
function brokenBy(file: string, template: Uint8Array): Error {
  const part = templateParts(readZip(template)).find(({ name }) => name === file);
  const offset = part ? crossingLoops(part.places) : [];
  return Object.assign(new Error('Unbalanced XML'), { properties: { id: 'loop_breaks_document', file, offset } });
}
