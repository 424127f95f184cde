/** What a document can be about: the field of `documents` that says so, by the collection of the thing. A month is a field of its own. */
export const DOCUMENT_SUBJECTS = {
  visits: 'visit',
  hazards: 'hazard',
  monthly_reports: 'monthly_report',
  evaluations: 'evaluation',
  counties: 'county',
} as const;
export type SubjectCollection = keyof typeof DOCUMENT_SUBJECTS;
/** `county` may be left out: then it is about all of them. A `period` is a month, of one county or of all. */
export type SubjectField = (typeof DOCUMENT_SUBJECTS)[SubjectCollection] | 'period';

/** The documents that people may ask for, each with what it is about. */
export const REQUESTED_KINDS = {
  task_list: 'visit',
  work_log: 'visit',
  rectification_notice: 'visit',
  major_hazard_report: 'hazard',
  county_report: 'monthly_report',
  contacts: 'county',
  roster: 'county',
  evaluation: 'evaluation',
  visit_batch: 'period',
} as const satisfies Readonly<Record<string, SubjectField>>;
export type RequestedKind = keyof typeof REQUESTED_KINDS;
/** Made from one template; a batch is many of them in one archive. */
export type SingleKind = Exclude<RequestedKind, 'visit_batch'>;

/** The kinds that can be asked for about one thing of a collection. */
export function kindsAbout(collection: SubjectCollection): SingleKind[] {
  return (Object.keys(REQUESTED_KINDS) as SingleKind[]).filter((kind) => REQUESTED_KINDS[kind] === DOCUMENT_SUBJECTS[collection]);
}
