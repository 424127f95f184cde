/** The documents that people may ask for, by what they are about. */
export const REQUESTED_KINDS = {
  visit: ['task_list', 'work_log', 'rectification_notice'],
  hazard: ['major_hazard_report'],
} as const;
export type VisitDocument = (typeof REQUESTED_KINDS.visit)[number];
export type RequestedKind = VisitDocument | (typeof REQUESTED_KINDS.hazard)[number];

export const isVisitDocument = (kind: RequestedKind): kind is VisitDocument => (REQUESTED_KINDS.visit as readonly string[]).includes(kind);
