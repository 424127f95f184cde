const LONGEST = 400;

/**
 * A subject as the ledger takes it: one line, no control characters, at most 400 characters. A title typed with a line
 * break must not keep a mail from going out.
 */
export function cleanSubject(text: string): string {
	const line = text
		.toWellFormed()
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.trim();
	return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).toWellFormed()}…` : line;
}
