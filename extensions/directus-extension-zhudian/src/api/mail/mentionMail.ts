/** The parts of a notification that a mail is made from. */
export interface Mention {
  readonly recipient?: unknown;
  readonly sender?: unknown;
  readonly collection?: unknown;
  readonly item?: unknown;
  readonly subject?: unknown;
  readonly message?: unknown;
}

const MARKUP = /[\\`*_{}[\]()#+!<>|~&"'=:/]/gu;

/**
 * What the mail of a mention says: that there is a comment, of whom and where. Directus would render the comment itself, links and headings
 * included, under the office's name; the comment is read where it was written.
 *
 * @param sender the name of who wrote it; markup in it is left out
 * @param panel the address of the system
 */
export function mentionMail<T extends Mention>(data: T, sender: string, panel: string): T & { subject: string; message: string } {
  const where = new URL(`/admin/content/${encodeURIComponent(String(data.collection))}/${encodeURIComponent(String(data.item))}`, panel).href;
  const who = sender.replace(MARKUP, '').replace(/\s+/g, ' ').trim().slice(0, 60) || '有人';
  return { ...data, subject: '您在一条评论中被提到', message: `${who}在系统的一条评论中提到了您。评论内容请登录系统查看：\n\n<${where}>` };
}
