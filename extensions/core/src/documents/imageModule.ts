import type Docxtemplater from 'docxtemplater';
import type { PictureStore } from './PictureStore.ts';

type Module = Docxtemplater.DXT.Module;
type Part = Docxtemplater.DXT.Part;

const NAME = 'zhudian/image';
/** A name, and how many millimetres high and wide the picture is at most. */
const TAG = /^%\s*(\S+)(?:\s+(\d{1,3})(?:\s+(\d{1,3}))?)?$/;

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

function misplaced(part: Part): Error {
  const properties = { id: 'image_tag_misplaced', xtag: part.value, offset: part.offset };
  return Object.assign(new Error('Image tag outside a text of the document'), { properties });
}

/**
 * docxtemplater module for `{%name}`: an inline picture where the tag stood, `{%name 14}` one of at most 14 mm height, `{%name 64 73}`
 * one of at most 64 mm height and 73 mm width. The value is a key of the store; blank when there is no value, a short note when the picture cannot be shown. The text around
 * the tag keeps its run and its font.
 */
export function imageModule(store: PictureStore): Module {
  return {
    name: 'ZhudianImageModule',
    supportedFileTypes: ['docx'],
    // A pattern, and what its parts are: docxtemplater takes both; its types know only a prefix.
    matchers: () => [[TAG as unknown as string, NAME, (values: readonly string[]) => ({ height: values[2], width: values[3] })]],

    // A picture may only stand in the text of a run: in a document property or a chart it would break the file.
    postparse(parsed) {
      const errors: Error[] = [];
      let text: string | undefined;
      for (const part of parsed as (Part & { readonly text?: boolean })[]) {
        if (part.type === 'tag' && part.text === true && part.position === 'start') text = part.tag;
        if (part.type === 'placeholder' && part.module === NAME && text !== undefined && text !== 'w:t') errors.push(misplaced(part));
      }
      // docxtemplater takes this shape too; its types know only the bare list.
      return Object.assign([], { errors, postparsed: parsed });
    },

    render(part, options) {
      if (part.module !== NAME) return null;
      const { height, width } = part as typeof part & { readonly height?: string; readonly width?: string };
      const key: unknown = options.scopeManager.getValue(part.value, { part });
      if (typeof key !== 'string' || key === '') return { value: '', errors: [] };
      const placed = store.place(options.filePath, key, { height: numberOf(height), width: numberOf(width) });
      const value = 'note' in placed ? placed.note : `</w:t>${placed.drawing}<w:t xml:space="preserve">`;
      return { value, errors: [] };
    },
  };
}
