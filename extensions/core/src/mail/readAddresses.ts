import { normaliseEmail } from './email.ts';
import { MailAddress } from './MailAddress.ts';

/** What somebody typed where addresses go. */
export interface TypedAddresses {
  readonly usable: readonly string[];
  /** As they were typed, for whoever puts them right. */
  readonly unusable: readonly string[];
}

/**
 * Reads what was typed where an address goes: one, or several with commas, semicolons or blanks between. One that no mail can go to is kept
 * apart: a mistyped copy must not stop a report.
 */
export function readAddresses(text: string): TypedAddresses {
  const typed = [...new Set(text.split(/[,;，；、\s]+/u).filter((piece) => piece !== ''))];
  const isUsable = (piece: string): boolean => MailAddress.safeParse(normaliseEmail(piece)).success;
  return { usable: [...new Set(typed.filter(isUsable).map(normaliseEmail))], unusable: typed.filter((piece) => !isUsable(piece)) };
}
