/** A version of a template, as the panel lists it. */
export interface TemplateVersion {
  readonly id: string;
  readonly key: string;
  readonly version: string | null;
  readonly status: 'draft' | 'in_force' | 'retired';
  readonly file: string | null;
  readonly date_created: string | null;
}
