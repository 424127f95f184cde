const BREAKS = /<\s*(br|\/p|\/div|\/tr|\/h[1-6]|\/li|\/table)[^>]*>/gi;
const HIDDEN = /<(style|script|head)[^>]*>[\s\S]*?<\/\1>/gi;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/**
 * The plain part of a mail whose author wrote only HTML: words and line breaks, no layout.
 * For our own small mails; it is no general converter.
 */
export function htmlToText(html: string): string {
  return html
    .replace(HIDDEN, '')
    .replace(BREAKS, '\n')
    .replace(/<\/t[dh]>/gi, ' ')
    .replace(/<a[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, (_, link: string, words: string) => `${words}（${link}）`)
    .replace(/<[^>]+>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/[ \t]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
