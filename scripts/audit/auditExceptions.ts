/** A known weakness that is borne for a while. */
export interface AuditException {
  /** `GHSA-…`, as the advisory's address ends. */
  readonly advisory: string;
  readonly package: string;
  /** Why it does not reach us, or what keeps it away. */
  readonly reason: string;
  /** `YYYY-MM-DD`: looked at again by then; afterwards it counts as a fault. */
  readonly until: string;
}

/** Weaknesses known to be in what we run on, each with its reason. docs/operations.md says how one gets here. */
export const auditExceptions: readonly AuditException[] = [];
