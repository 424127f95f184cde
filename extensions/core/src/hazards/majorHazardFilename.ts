import { cleanText } from '../documents/cleanText.ts';
import { shorten } from '../documents/shorten.ts';
import type { HazardFacts } from './HazardFacts.ts';

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
 * The report's file name, `重大事故隐患报告-<county>-<enterprise>-<day found>.docx`: safe on Windows, in a URL and in a
 * mail header, and under the 255 bytes a file system takes.
 */
export function majorHazardFilename({ county, enterprise, hazard }: HazardFacts): string {
  const parts = ['重大事故隐患报告', safe(county.name, 12), safe(enterprise.name, 30), safe(hazard.found_on.slice(0, 10), 10)];
  return `${parts.filter((part) => part !== '').join('-')}.docx`;
}
