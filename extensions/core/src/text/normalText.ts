/* Written with escapes only: these characters are invisible in an editor. */
const BREAKS = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/gu;
/** Word's hyphen that holds two words together on a line. */
const HARD_HYPHEN = /\u001e/gu;
/**
 * What nobody sees and no form needs: zero-width blanks and joiners, byte order marks, soft and optional hyphens, directions of writing,
 * invisible operators, the place of a picture that was not pasted along.
 */
const NOTHING = /[\u001f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]/gu;
/** A joiner that holds no two pictures together: between pictures it makes one of them (a family, a profession). */
const LOOSE_JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u{e007f}])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
/** Tags that follow no flag; a flag has no more than seven. */
const LOOSE_TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,6})[\u{e0001}\u{e0020}-\u{e007f}]/gu;

/** Any of them: most texts have none, and are looked through once. */
const SPECIAL =
  /[\r\u000b\u000c\u001e\u001f\u0085\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\u{e0001}\u{e0020}-\u{e007f}]/u;

/**
 * A text as it is kept, whatever it was pasted from: each sign for the end of a line is one `\n`, what is invisible and means nothing is
 * gone. Blanks of every width, rare characters with their variants, and pictures stay. Other control characters stay as well, to be told
 * of ({@link plainTextFault}): they come of a text that is damaged, and somebody should look at it. Done twice, it changes nothing more.
 */
export function normalText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(BREAKS, '\n').replace(HARD_HYPHEN, '-').replace(NOTHING, '').replace(LOOSE_JOINER, '').replace(LOOSE_TAGS, '');
}

/** The same for what has one line only: the end of a line is a blank there. */
export function normalLine(text: string): string {
  return normalText(text).replace(/ *\n+ */gu, ' ');
}
