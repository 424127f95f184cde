/** A cell as it is compared: half-width, no control characters, blanks at the ends and doubled ones gone; line breaks stay. */
export function cellText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u200f\ufeff]/gu, ' ')
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
