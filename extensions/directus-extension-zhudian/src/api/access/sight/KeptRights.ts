import type { Permission } from './Permission.ts';

/** A right and whose it is; without a policy it is Directus's own, for everybody who may open the panel. */
export interface PolicyPermission extends Permission {
  readonly policy: string | null;
}

/** Who has a policy: a role or a person; neither for strangers. */
export interface Assignment {
  readonly policy: string;
  readonly role: string | null;
  readonly user: string | null;
}

/** Every right to read there is. */
export interface Rights {
  readonly permissions: readonly PolicyPermission[];
  readonly assignments: readonly Assignment[];
}

/** Another instance of Directus may have changed them. */
const KEPT_MS = 10_000;

/** The rights to read, kept until they change. */
export class KeptRights {
  readonly #read: () => Promise<Rights>;
  #kept: { readonly until: number; readonly rights: Promise<Rights> } | null = null;

  constructor(read: () => Promise<Rights>) {
    this.#read = read;
  }

  async get(now: number): Promise<Rights> {
    if (!this.#kept || this.#kept.until < now) {
      const kept = { until: now + KEPT_MS, rights: this.#read() };
      this.#kept = kept;
      kept.rights.catch(() => {
        if (this.#kept === kept) this.drop();
      });
    }
    return await this.#kept.rights;
  }

  drop(): void {
    this.#kept = null;
  }
}
