/* Written with escapes only: these characters are invisible in an editor. */
const LINE_ENDS = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;

const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g;
/** Bidirectional embeddings, overrides and isolates: they can make a line read backwards, and no form here needs them. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** With the `u` flag a surrogate matches only when it has lost its partner. */
const LONE_SURROGATES = /\p{Surrogate}/gu;
const NONCHARACTERS = /[\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/g;

/**
 * Text that XML, mail and the eye can bear: line ends become `\n`; control characters, bidirectional controls, lone
 * surrogates and noncharacters go. What a person can see stays as it is.
 * Source: XML 1.0, production 2 (Char); Unicode TR36 on bidirectional spoofing.
 */
export function cleanText(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(CONTROLS, '').replace(BIDI_CONTROLS, '').replace(LONE_SURROGATES, '').replace(NONCHARACTERS, '');
}
