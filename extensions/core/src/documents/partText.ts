import type PizZip from 'pizzip';

/** The text of a part of a package; `otherwise` where it has no such part. */
export function partText(zip: PizZip, name: string, otherwise = ''): string {
  return zip.file(name)?.asText() ?? otherwise;
}
