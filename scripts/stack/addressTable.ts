import type { Addresses } from './addresses.ts';

const ROLES: Record<string, string> = {
  admin: 'Directus administrator 系统管理员',
  city: 'City office 市级管理员',
  county: 'County office 县级管理员',
  inspector: 'Inspector 驻点人员',
  auditor: 'Auditor 只读审计',
  n8n: 'n8n owner 流程维护',
};

/**
 * The small table at the end of a start.
 *
 * @param elsewhere where the passwords are to be found instead, when the table is kept in a log
 */
export function addressTable({ directus, n8n, mail, logins }: Addresses, elsewhere?: string): string {
  const rows = [
    ['Directus', `${directus}/admin`],
    ['n8n', n8n],
    ['Mail catcher 邮件', mail],
    [],
    ...Object.entries(logins).map(([name, { email, password }]) => [ROLES[name] ?? name, email, elsewhere ?? password]),
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
