import { readFile } from 'node:fs/promises';

/** The handbooks by whom they are for; the file is `<name>.zh-CN.md`. */
export const HANDBOOKS = ['inspector', 'county', 'city', 'maintainer'] as const;
export type Handbook = (typeof HANDBOOKS)[number];

/** The handbooks and their pictures lie beside the bundle. */
const FOLDER = new URL('../handbook/', import.meta.url);

/** The handbook as Markdown, its pictures with the addresses they have in the panel; what it says of files outside the panel is plain text. */
export async function readHandbook(handbook: Handbook): Promise<string> {
  const text = await readFile(new URL(`${handbook}.zh-CN.md`, FOLDER), 'utf8');
  return text.replaceAll('](../images/', '](/zhudian/help/images/').replace(/(?<!!)\[([^\]]+)\]\(\.\.\/[^)]*\)/g, '$1');
}

/** A picture of a handbook, `name` without its extension; null when there is none of that name. */
export async function readPicture(name: string): Promise<Buffer | null> {
  return await readFile(new URL(`images/${name}.png`, FOLDER)).catch(() => null);
}
