import { emptyDraft } from '../emptyDraft.ts';
import type { VisitDraft } from '../VisitDraft.ts';

/** A visit with two items and two people, as the phone begins it. */
export const newDraft = (): VisitDraft =>
  emptyDraft({
    id: 'v',
    client_key: 'k',
    enterprise: { id: 'e', name: '示例化工' },
    visited_on: '2026-11-24',
    items: [1, 2].map((sort) => ({
      id: `i${sort}`,
      task_item: `t${sort}`,
      sort,
      content: '检查',
      standard: null,
      basis: null,
      result: null,
      implementation: '',
      problem: '',
      suggestion: '',
    })),
    people: ['a', 'b'].map((one) => ({
      id: `p${one}`,
      inspector: one,
      name: one,
      level: 'county' as const,
      team: true,
      signature: null,
      signatureUploaded: false,
    })),
  });
