/** What stands at the head of each page of a document that nobody has handed in. */
export const DRAFT = '草　稿';
