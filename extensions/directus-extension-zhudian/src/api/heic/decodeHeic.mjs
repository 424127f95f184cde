// @ts-check
// A thread of its own: decoding takes seconds in which Directus would answer nobody. libheif stays a file apart, unchanged, as its licence asks.
import { parentPort, workerData } from 'node:worker_threads';
import libheif from 'libheif-js/wasm-bundle.js';

/** @typedef {{ get_width(): number, get_height(): number, is_primary?(): boolean, display(into: object, done: (data: object | null) => void): void }} HeifPicture */

const { bytes, mostPixels } = /** @type {{ bytes: Uint8Array, mostPixels: number }} */ (workerData);
await libheif.ready;
/** @type {HeifPicture[]} */
const pictures = new libheif.HeifDecoder().decode(bytes);
const picture = pictures.find((one) => one.is_primary?.()) ?? pictures[0];
if (!picture) throw new Error('the file holds no picture');
const [width, height] = [picture.get_width(), picture.get_height()];
if (width * height > mostPixels) throw new Error(`${width} by ${height} pixels are too many`);
const data = new Uint8ClampedArray(width * height * 4);
// libheif turns the picture upright by itself.
const drawn = await new Promise((resolve) => picture.display({ data, width, height }, resolve));
if (drawn === null) throw new Error('the picture cannot be decoded');
parentPort?.postMessage({ data, width, height }, [data.buffer]);
