/** A step from one collection to another: over a key, or from the other end of it. */
export interface Edge {
  readonly from: string;
  /** As a filter names it: the key, the list on its other side, or `$FOLLOW` where it has no list. */
  readonly name: string;
  readonly to: string;
  /** Where the key is, and in which column. */
  readonly holder: string;
  readonly column: string;
  readonly many: boolean;
  /** Whether GraphQL knows the step: it leaves a key out where the caller may not see the list on its other side. */
  readonly graphql: boolean;
}

/** What a caller may name in a filter. */
export interface Graph {
  readonly collections: readonly string[];
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
  /** Columns with texts, by collection. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

/** Where Directus lists a collection. */
export const pathOf = (collection: string): string =>
  collection.startsWith('directus_') ? `/${collection.slice('directus_'.length)}` : `/items/${collection}`;
