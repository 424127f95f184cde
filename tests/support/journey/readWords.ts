import type { Word } from './DrawnPage.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of each page with their places, as `pdftotext -bbox` writes them. */
export function readWords(html: string): Word[][] {
  return html
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [width, height] = [/width="([\d.]+)"/, /height="([\d.]+)"/].map((size) => Number(size.exec(page)?.[1])) as [number, number];
      return [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)].map(
        ([, left, top, right, bottom, text = '']) => ({
          ...{ left: Number(left) / width, top: Number(top) / height, right: Number(right) / width, bottom: Number(bottom) / height },
          text: text.replace(/&(\w+);/g, (whole, name: string) => NAMED[name] ?? whole),
        }),
      );
    });
}
