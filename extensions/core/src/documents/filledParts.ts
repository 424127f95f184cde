import type PizZip from 'pizzip';

/** What docxtemplater never writes: looking through it for each document would only cost time. */
const LEFT_ALONE = /^word\/(styles|settings|webSettings|fontTable|numbering)\.xml$/;

/** The parts of a document that hold its text. */
export function filledParts(zip: PizZip): PizZip.ZipObject[] {
  return zip.file(/^word\/[^/]+\.xml$/).filter(({ name }) => !LEFT_ALONE.test(name));
}
