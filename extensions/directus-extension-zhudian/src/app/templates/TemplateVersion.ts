import type { Sent } from '../parts/Sent.ts';

/** A version of a template, as the panel lists it. */
export type TemplateVersion = Pick<Sent<'document_templates'>, 'id' | 'key' | 'version' | 'status' | 'file' | 'date_created'>;
