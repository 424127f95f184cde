/** Characters that nobody sees: they come with text that was copied from a page or a chat. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff]/;
/** Quotation marks of every kind; Word makes curly ones of straight ones by itself. */
export const QUOTES = /["'“”‘’«»「」『』＂＇`´]/;
