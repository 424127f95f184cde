import { crc32, deflateSync } from 'node:zlib';
import { Random } from './demo/Random.ts';

/** The app's signature pad on a phone 360 wide, at twice its pixels. */
const WIDTH = 720;
const HEIGHT = 440;
/** Half the width of the pen, in pixels. */
const PEN = 2;
const STEPS = 200;

/**
 * A signature as the phone keeps one: some strokes of dark ink on a transparent ground, as a PNG.
 *
 * @param seed the same number gives the same strokes
 */
export function drawSignature(seed: number): Buffer {
  const random = new Random(seed);
  const rows = Array.from({ length: HEIGHT }, () => Buffer.alloc(1 + WIDTH * 4));
  const dot = (x: number, y: number): void => {
    for (let dy = -PEN; dy <= PEN; dy += 1)
      for (let dx = -PEN; dx <= PEN; dx += 1) rows[Math.round(y) + dy]?.writeUInt32BE(0x11_11_11_ff, 1 + (Math.round(x) + dx) * 4);
  };
  let [x, y] = [60, HEIGHT / 2];
  for (let stroke = 0; stroke < 9; stroke += 1) {
    const [toX, toY] = [60 + ((stroke + 1) * (WIDTH - 120)) / 9, random.whole(60, HEIGHT - 60)];
    for (let step = 0; step <= STEPS; step += 1) dot(x + ((toX - x) * step) / STEPS, y + ((toY - y) * step) / STEPS);
    [x, y] = [toX, toY];
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits each of red, green, blue and opacity.
  header.set([8, 6, 0, 0, 0], 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
