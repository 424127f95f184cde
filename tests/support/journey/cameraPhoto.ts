import type { Page } from 'playwright-core';

/** EXIF orientation 6: the camera was held upright, the picture lies on its side and has to be turned clockwise to be seen. */
const ORIENTATION = 6;

/**
 * A photo as a phone's camera gives it: more than a megabyte of JPEG, 3000 by 2000 pixels lying on their side. Seen upright, its upper half is red
 * and its lower half blue.
 *
 * @param page any page: its browser makes the picture
 */
export async function cameraPhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3000, 2000);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    const image = pen.createImageData(3000, 2000);
    // Noise makes it large, as leaves and gravel do.
    for (let at = 0; at < image.data.length; at += 4) {
      const noise = Math.random() * 90;
      const isLeft = (at / 4) % 3000 < 1500;
      image.data.set(isLeft ? [165 + noise, noise, noise, 255] : [noise, noise, 165 + noise, 255], at);
    }
    pen.putImageData(image, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })).arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return btoa(text);
  });
  const jpeg = Buffer.from(base64, 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), exif(), jpeg.subarray(2)]);
}

/** The segment of a JPEG that says how the camera was held. */
function exif(): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  // Tag 0x0112, one value of two bytes.
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(ORIENTATION, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
