/** What the types need to know of one field of the dump (`schema/directus/snapshot/fields`). */
export interface SnapshotField {
  readonly collection: string;
  readonly field: string;
  readonly type: string;
  readonly meta: {
    readonly interface: string | null;
    readonly display: string | null;
    readonly special: readonly string[] | null;
    readonly readonly?: boolean;
    /** Whether no form shows it. */
    readonly hidden?: boolean;
    readonly note?: string | null;
    readonly options: Record<string, unknown> | null;
    readonly translations: readonly Translation[] | null;
  };
  readonly schema?: { readonly is_nullable: boolean } | undefined;
}

interface Translation {
  readonly language: string;
  readonly translation: string;
}

/** A foreign key, and the name of the list it makes on the other side. */
export interface SnapshotRelation {
  readonly collection: string;
  readonly field: string;
  readonly related_collection: string | null;
  readonly meta: { readonly one_field: string | null };
}

export interface SnapshotCollection {
  readonly collection: string;
  readonly meta: {
    readonly singleton: boolean;
    readonly hidden: boolean;
    readonly note: string | null;
    readonly translations: readonly Translation[] | null;
  };
  /** Absent for a folder of the navigation. */
  readonly schema?: object | null;
}

export interface Snapshot {
  readonly collections: readonly SnapshotCollection[];
  readonly fields: readonly SnapshotField[];
  readonly relations: readonly SnapshotRelation[];
}
