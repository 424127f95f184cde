import type PizZip from 'pizzip';
import { drawingXml } from './drawingXml.ts';
import { imageBox } from './imageBox.ts';
import { partText } from './partText.ts';
import { TemplateError } from './TemplateError.ts';

const RELATIONSHIP_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';
/** A photo above this, or photos together above that, would make a mail no server takes: attachments have 20 MiB. */
const MAX_PICTURE = 8 * 1024 * 1024;
const MAX_TOTAL = 18 * 1024 * 1024;

/** How large a picture is at most, in millimetres; the type area where it is not told. */
interface Most {
  readonly height?: number | undefined;
  readonly width?: number | undefined;
}

interface Picture {
  /** Unique in the package: the relationship's id and the file's name. */
  readonly id: string;
  readonly file: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
  /** What it is drawn with at some height and width at most. */
  readonly drawing: (most: Most) => string;
}

function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Puts `addition` before the end of the root element; a root without children may close itself. */
function append(xml: string, root: string, addition: string): string | null {
  const closing = xml.lastIndexOf(`</${root}>`);
  if (closing >= 0) return xml.slice(0, closing) + addition + xml.slice(closing);
  const filled = xml.replace(new RegExp(`<${root}([^>]*?)/>`), (_, attributes: string) => `<${root}${attributes}>${addition}</${root}>`);
  return filled === xml ? null : filled;
}

/** A prefix nothing in the package uses yet: a template may itself have come out of this store. */
function freePrefix(zip: PizZip): string {
  const taken = Object.values(zip.files)
    .map((file) => (file.name.endsWith('.rels') ? file.asText() : file.name))
    .join('\n');
  let prefix = 'zhudianPicture';
  while (taken.includes(prefix)) prefix += 'x';
  return prefix;
}

/** Collects the pictures of one document while it is rendered, and writes them into its package afterwards. */
export class PictureStore {
  readonly #zip: PizZip;
  readonly #images: Readonly<Record<string, Uint8Array>>;
  readonly #prefix: string;
  readonly #pictures = new Map<string, Picture>();
  /** The pictures of each part; a picture shown twice is stored once. */
  readonly #parts = new Map<string, Set<Picture>>();
  #total = 0;

  constructor(zip: PizZip, images: Readonly<Record<string, Uint8Array>>) {
    this.#zip = zip;
    this.#images = images;
    this.#prefix = freePrefix(zip);
  }

  /** WordprocessingML for the picture called `key` in `part`, no larger than `most`, or a note in Chinese that says why there is none. */
  place(part: string, key: string, most: Most = {}): { readonly drawing: string } | { readonly note: string } {
    const picture = this.#pictures.get(key) ?? this.#load(key);
    if (typeof picture === 'string') return { note: picture };
    const inPart = this.#parts.get(part) ?? new Set<Picture>();
    this.#parts.set(part, inPart.add(picture));
    return { drawing: picture.drawing(most) };
  }

  #load(key: string): Picture | string {
    const bytes = Object.hasOwn(this.#images, key) ? this.#images[key] : undefined;
    if (bytes === undefined) return '（照片未能取得，请在系统中查看）';
    if (bytes.length > MAX_PICTURE || this.#total + bytes.length > MAX_TOTAL) return '（照片过大，未附，请在系统中查看）';
    const box = imageBox(bytes);
    if (box === null) return '（照片无法显示，仅支持 PNG、JPEG 格式）';
    this.#total += bytes.length;
    const number = this.#pictures.size + 1;
    const id = `${this.#prefix}${number}`;
    const drawing = ({ height, width }: Most): string => drawingXml(id, `图片${number}`, imageBox(bytes, height, width) ?? box);
    const picture = { id, file: `media/${id}.${box.kind}`, kind: box.kind, bytes, drawing };
    this.#pictures.set(key, picture);
    return picture;
  }

  /** Writes media, relationships and content types. To be called once, after rendering. Throws `TemplateError`. */
  write(): void {
    for (const { file, bytes } of this.#pictures.values()) this.#zip.file(`word/${file}`, bytes);
    for (const [part, pictures] of this.#parts) {
      const path = relationshipsPath(part);
      const added = [...pictures].map(({ id, file }) => `<Relationship Id="${id}" Type="${RELATIONSHIP_TYPE}" Target="${file}"/>`);
      this.#append(path, 'Relationships', added.join(''), `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"/>`);
    }
    for (const kind of new Set([...this.#pictures.values()].map((picture) => picture.kind))) {
      const known = new RegExp(`Extension="${kind}"`, 'i').test(partText(this.#zip, CONTENT_TYPES));
      if (!known) this.#append(CONTENT_TYPES, 'Types', `<Default Extension="${kind}" ContentType="image/${kind}"/>`, '');
    }
  }

  #append(path: string, root: string, addition: string, otherwise: string): void {
    const content = append(partText(this.#zip, path, otherwise), root, addition);
    if (content === null) {
      const message = `模板的部件 ${path} 写法特殊，放不进图片。请在 Word 或 WPS 中打开模板、另存为 .docx 后重新上传。`;
      throw new TemplateError([{ id: 'part_unreadable', tag: null, part: path, message }]);
    }
    this.#zip.file(path, content);
  }
}
