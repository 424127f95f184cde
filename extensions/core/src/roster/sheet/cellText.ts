import { normalText } from '../../text/normalText.ts';

/** Most cells: nothing in them is written in another way, and none is a blank. */
const PLAIN = /^[\x21-\x7e\u4e00-\u9fff、]*$/;

/** A cell as it is compared: half-width, no control characters, blanks at the ends and doubled ones gone; line breaks stay. */
export function cellText(text: string): string {
  if (PLAIN.test(text)) return text;
  return normalText(text)
    .normalize('NFKC')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}

/** A name of a column or an enterprise without what people write differently: brackets, blanks, stars. */
export function bare(text: string): string {
  return cellText(text)
    .replace(/[\s*※]/gu, '')
    .toLowerCase();
}
