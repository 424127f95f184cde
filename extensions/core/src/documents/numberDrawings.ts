import type PizZip from 'pizzip';
import { filledParts } from './filledParts.ts';

/**
 * Gives every drawing of the document an id of its own. A loop repeats the template's drawings with their ids, and Word
 * calls a file with two alike damaged.
 */
export function numberDrawings(zip: PizZip): void {
  let last = 0;
  for (const part of filledParts(zip)) {
    const { name } = part;
    const xml = part.asText();
    if (!xml.includes('<wp:docPr ')) continue;
    zip.file(
      name,
      xml.replace(/(<wp:docPr\s(?:[^>]*\s)?id=")\d*(")/g, (_, before: string, after: string) => `${before}${++last}${after}`),
    );
  }
}
