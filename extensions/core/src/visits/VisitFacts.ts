import type { PhotoFacts } from '../hazards/HazardFacts.ts';

/** Everything the documents of a visit are composed from (附件2, 附件3, 隐患整改通知书). Days are `YYYY-MM-DD`. */
export interface VisitFacts {
  readonly visit: {
    readonly id: string;
    readonly visited_on: string;
    readonly log: string | null;
    readonly remarks: string | null;
    readonly draft?: boolean;
  };
  readonly enterprise: { readonly id: string; readonly name: string };
  readonly county: { readonly name: string; readonly office: string | null };
  /** `signature` is the picture's file; null when they have not signed. */
  readonly inspectors: readonly { readonly name: string; readonly level: 'city' | 'county'; readonly signature: string | null }[];
  /** In the order of the list. */
  readonly items: readonly {
    readonly content: string;
    readonly result: 'in_place' | 'partial' | 'missing' | 'not_applicable' | null;
    readonly implementation: string | null;
    readonly problem: string | null;
    readonly suggestion: string | null;
  }[];
  readonly hazards: readonly {
    readonly title: string;
    readonly description: string;
    readonly place: string | null;
    readonly severity: 'general' | 'major';
    readonly status: 'open' | 'rectifying' | 'rectified' | 'verified' | 'void';
    readonly found_on: string;
    readonly rectified_on: string | null;
    readonly measures: string | null;
    readonly responsible_person: string | null;
    readonly deadline: string | null;
    /** Of a major hazard, with the other three the five elements (五落实). */
    readonly funds: string | null;
    readonly plan: string | null;
  }[];
  readonly photos: readonly PhotoFacts[];
}
