import type { Area } from './SheetTemplate.ts';

const AREA = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;

/** `C6:C14`, `$C$6` or `C6`; null for anything else. */
export function parseArea(text: string): Area | null {
  const match = AREA.exec(text.trim());
  if (!match) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return { left, top: Number(top), right, bottom: Number(bottom) };
}

export const areaText = ({ left, top, right, bottom }: Area): string => `${left}${top}:${right}${bottom}`;
