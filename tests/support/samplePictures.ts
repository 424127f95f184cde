import sharp, { type Sharp } from 'sharp';

/** What a signature pad gives: two dark strokes, and nothing beneath them. */
const STROKES = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="440" fill="none" stroke="#111" stroke-width="10">
  <path d="M60 220 Q200 40 260 240 T480 200"/><path d="M420 90 Q560 320 660 150"/></svg>`;
/** A picture with an up and a down: green above, red below. */
const SCENE = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="50%" fill="#0a0"/><rect y="50%" width="100%" height="50%" fill="#c00"/></svg>`;

const strokes = (): Sharp => sharp(Buffer.from(STROKES));
const scene = (width = 640, height = 480): Sharp => sharp(Buffer.from(SCENE(width, height))).flatten({ background: '#fff' });

/** Signatures without a ground, in every way to store one: name, type, bytes. */
export const signatures: readonly (readonly [string, string, () => Promise<Buffer>])[] = [
  ['透明.png', 'image/png', () => strokes().png().toBuffer()],
  ['调色板.png', 'image/png', () => strokes().png({ palette: true, colours: 16 }).toBuffer()],
  ['十六位.png', 'image/png', () => strokes().toColourspace('rgb16').png().toBuffer()],
  ['灰度.png', 'image/png', () => strokes().toColourspace('b-w').png().toBuffer()],
  ['透明.webp', 'image/webp', () => strokes().webp({ lossless: true }).toBuffer()],
  ['透明.gif', 'image/gif', () => strokes().gif().toBuffer()],
  ['透明.avif', 'image/avif', () => strokes().avif({ effort: 0 }).toBuffer()],
  ['透明.tif', 'image/tiff', () => strokes().tiff({ compression: 'lzw' }).toBuffer()],
];

/** Photos, in every way that people send them. All are green above and red below when they stand upright. */
export const photos: readonly (readonly [string, string, () => Promise<Buffer>])[] = [
  ['普通.jpg', 'image/jpeg', () => scene().jpeg().toBuffer()],
  ['渐进.jpg', 'image/jpeg', () => scene().jpeg({ progressive: true }).toBuffer()],
  ['印刷四色.jpg', 'image/jpeg', () => scene().toColourspace('cmyk').jpeg().toBuffer()],
  // Lies on its side in the file, as a phone held upright stores it.
  [
    '竖拍.jpg',
    'image/jpeg',
    async () =>
      sharp(await scene().png().toBuffer())
        .rotate(270)
        .withExif({ IFD0: { Orientation: '6' } })
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer(),
  ],
  [
    '倒拍.jpg',
    'image/jpeg',
    async () =>
      sharp(await scene().png().toBuffer())
        .rotate(180)
        .withMetadata({ orientation: 3 })
        .jpeg()
        .toBuffer(),
  ],
  ['四千万像素.jpg', 'image/jpeg', () => scene(7300, 5480).jpeg().toBuffer()],
  ['安卓自称jpg.jpg', 'image/jpg', () => scene().jpeg().toBuffer()],
  ['其实是png.jpg', 'image/jpeg', () => scene().png().toBuffer()],
  ['扫描.tiff', 'image/tiff', () => scene().tiff().toBuffer()],
  ['截图.avif', 'image/avif', () => scene().avif({ effort: 0 }).toBuffer()],
];
