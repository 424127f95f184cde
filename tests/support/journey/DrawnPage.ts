/** A box of a page, as shares of its width and height from the upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const WHOLE: Box = { left: 0, top: 0, right: 1, bottom: 1 };

/** What is darker than this counts as ink; grey rules of a table count, a tinted ground does not. */
const DARK = 110;

/** One page as it is printed. */
export class DrawnPage {
  /** Its words, as a reader of the PDF finds them. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** The page as PNG, to be looked at. */
  readonly png: Buffer;
  readonly #grey: Uint8Array;

  /** @param pgm the page as binary PGM (`P5`, one byte a pixel) */
  constructor(pgm: Buffer, png: Buffer, text: string) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 64).toString('latin1'));
    if (!head) throw new Error('not a grey picture of one byte a pixel');
    this.width = Number(head[1]);
    this.height = Number(head[2]);
    this.#grey = pgm.subarray(head[0].length);
    this.png = png;
    this.text = text;
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
    const [x0, x1] = [Math.floor(left * this.width), Math.ceil(right * this.width)];
    const rows: Uint8Array[] = [];
    for (let y = Math.floor(top * this.height); y < Math.ceil(bottom * this.height); y += 1)
      rows.push(this.#grey.subarray(y * this.width + x0, y * this.width + x1));
    return Uint8Array.from(Buffer.concat(rows));
  }
}
