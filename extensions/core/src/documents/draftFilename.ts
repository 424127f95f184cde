/**
 * The name of a document that is made again with another content: `月报-示例县-2026-11-第2稿.docx`. The first keeps its name.
 *
 * @param filename with its ending
 * @param drafts how many of that name there are
 */
export function draftFilename(filename: string, drafts: number): string {
  return drafts === 0 ? filename : filename.replace(/(\.\w+)$/, `-第${String(drafts + 1)}稿$1`);
}
