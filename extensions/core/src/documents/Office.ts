/** The program that a template is edited in. */
export type Office = 'Word' | 'Excel';

/** What each calls its files (now, formerly, in the dialog that saves them), and what they are to a browser. */
export const OFFICE_FILES = {
  Word: {
    extension: '.docx',
    former: '.doc',
    kind: 'Word 文档',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  Excel: {
    extension: '.xlsx',
    former: '.xls',
    kind: 'Excel 工作簿',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const;
