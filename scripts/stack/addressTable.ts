import { startTexts } from '../texts/startTexts.ts';
import type { Addresses } from './addresses.ts';

/**
 * The small table at the end of a start.
 *
 * @param elsewhere where the passwords are to be found instead, when the table is kept in a log
 */
export function addressTable(
  { directus, n8n, mail, logins }: Omit<Addresses, 'mail'> & { readonly mail: string | undefined },
  elsewhere?: string,
): string {
  const roles: Readonly<Record<string, () => string>> = startTexts.roles;
  const rows = [
    ['Directus', `${directus}/admin`],
    ['n8n', n8n],
    ...(mail === undefined ? [] : [[startTexts.roles.mail(), mail]]),
    [],
    ...Object.entries(logins).map(([name, { email, password }]) => [roles[name]?.() ?? name, email, elsewhere ?? password]),
  ];
  const widths = [0, 1].map((column) =>
    Math.max(...rows.filter((row) => row.length > column + 1 || column === 0).map((row) => width(row[column] ?? ''))),
  );
  return rows
    .map(
      (row) =>
        `  ${row.map((text, column) => (column < row.length - 1 ? text + ' '.repeat((widths[column] ?? 0) - width(text) + 2) : text)).join('')}`,
    )
    .join('\n');
}

/** Columns of a terminal: a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/.test(letter) ? 2 : 1), 0);
}
