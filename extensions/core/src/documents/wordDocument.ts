import Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';
import { imageModule } from './imageModule.ts';
import type { PictureStore } from './PictureStore.ts';
import { plainTagsModule } from './plainTagsModule.ts';

/** A template as docxtemplater reads it, with the tags that ours may have; `more` are modules that only look on. Throws docxtemplater's errors. */
export function wordDocument(zip: PizZip, pictures: PictureStore, more: readonly Docxtemplater.DXT.Module[] = []): Docxtemplater<PizZip> {
  return new Docxtemplater(zip, {
    modules: [imageModule(pictures), plainTagsModule(), ...more],
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    nullGetter: () => '',
    errorLogging: false,
  });
}
