/** A box of a page, as shares of its width and height from the upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Something written on a page, and where. */
export interface Word extends Box {
  readonly text: string;
}

const WHOLE: Box = { left: 0, top: 0, right: 1, bottom: 1 };

/** What is darker than this counts as ink; a tinted ground does not. */
const DARK = 110;

/** One page as it is printed. */
export class DrawnPage {
  /** Its words in lines, as a reader of the PDF finds them. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** The page as PNG, to be looked at. */
  readonly png: Buffer;
  readonly #words: readonly Word[];
  readonly #grey: Uint8Array;

  /** @param pgm the page as binary PGM (`P5`, one byte a pixel) */
  constructor(pgm: Buffer, png: Buffer, text: string, words: readonly Word[]) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 64).toString('latin1'));
    if (!head) throw new Error('not a grey picture of one byte a pixel');
    this.width = Number(head[1]);
    this.height = Number(head[2]);
    this.#grey = pgm.subarray(head[0].length);
    this.png = png;
    this.text = text;
    this.#words = words;
  }

  /** Where words stand, the first time; white space does not count. */
  find(words: string): Box {
    const wanted = words.replace(/\s/g, '');
    const all = this.#words.map(({ text }) => text).join('');
    const at = all.indexOf(wanted);
    if (at < 0) throw new Error(`“${words}” is not on the page: ${this.text}`);
    let begins = 0;
    const found = this.#words.filter(({ text }) => {
      const ends = begins + text.length;
      const isPart = begins < at + wanted.length && ends > at;
      begins = ends;
      return isPart;
    });
    return {
      left: Math.min(...found.map(({ left }) => left)),
      top: Math.min(...found.map(({ top }) => top)),
      right: Math.max(...found.map(({ right }) => right)),
      bottom: Math.max(...found.map(({ bottom }) => bottom)),
    };
  }

  /** The share of dark pixels in a box. */
  dark(box: Box = WHOLE): number {
    const pixels = this.#pixels(box);
    return pixels.filter((one) => one < DARK).length / pixels.length;
  }

  /** The mean of a box, 0 black to 255 white. */
  mean(box: Box = WHOLE): number {
    const pixels = this.#pixels(box);
    return pixels.reduce((sum, one) => sum + one, 0) / pixels.length;
  }

  /** The most frequent grey of a box: the ground something is written on. */
  ground(box: Box = WHOLE): number {
    const counts = new Uint32Array(256);
    for (const one of this.#pixels(box)) counts[one] = (counts[one] ?? 0) + 1;
    return counts.indexOf(Math.max(...counts));
  }

  #pixels({ left, top, right, bottom }: Box): Uint8Array {
    const [from, to] = [Math.floor(left * this.width), Math.ceil(right * this.width)];
    const rows: Uint8Array[] = [];
    for (let line = Math.floor(top * this.height); line < Math.ceil(bottom * this.height); line += 1)
      rows.push(this.#grey.subarray(line * this.width + from, line * this.width + to));
    return Uint8Array.from(Buffer.concat(rows));
  }
}
