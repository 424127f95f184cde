/** Bytes that begin like a document of Word and are none: an upload takes them, and no template is made of them. */
export const spoiltWord = (): Uint8Array =>
  Uint8Array.from(Buffer.from(`PK\u0003\u0004${'\u0000'.repeat(26)}[Content_Types].xml not a template`, 'latin1'));
