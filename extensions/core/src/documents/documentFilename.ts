import { cleanText } from '../text/cleanText.ts';
import { shorten } from '../text/shorten.ts';

/** Refused by Windows, or of meaning to a shell, a URL or a mail header. */

const UNSAFE = /[\\/:*?"<>|%#&{}$!'`@+=;,~^[\]\u0000-\u001f]/g;

function safe(text: string, limit: number): string {
  const plain = cleanText(text)
    .normalize('NFC')
    .replace(UNSAFE, '')
    .replace(/\s+/g, '')
    .replace(/\.{2,}/g, '.');
  return shorten(plain.replace(/^[.-]+|[.-]+$/g, ''), limit).replace('…', '');
}

/**
 * A document's file name, `<title>-<county>-<enterprise>-<day>.docx`: safe on Windows, in a URL and in a mail header, and under the 255
 * bytes a file system takes.
 */
export function documentFilename(title: string, county: string, enterprise: string, day: string): string {
  const parts = [title, safe(county, 12), safe(enterprise, 30), safe(day.slice(0, 10), 10)];
  return `${parts.filter((part) => part !== '').join('-')}.docx`;
}
