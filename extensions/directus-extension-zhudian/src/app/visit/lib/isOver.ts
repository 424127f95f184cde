import type { VisitDraft } from './VisitDraft.ts';

/** Whether a visit is out of its inspectors' hands: handed in, locked or void. */
export const isOver = (status: VisitDraft['status']): boolean => status === 'submitted' || status === 'locked' || status === 'void';
