/** What the ledger says of one event's mail. */
export interface LedgerEntry {
  readonly key: string;
  readonly status: string | null;
  readonly repeats: number | null;
  readonly composed_by: string | null;
  /** From the save to the answer of the relay that counted. */
  readonly seconds: number | null;
}

/** A message the relay took. */
export interface Taken {
  readonly key: string;
  readonly messageId: string;
  readonly raw: string;
}

export interface Verdict {
  readonly events: number;
  /** Events of which no message reached the relay, or whose mail is not "sent". */
  readonly lost: readonly string[];
  /** Events with two Message-IDs, or with other bytes under one. */
  readonly second: readonly string[];
  /** Events repeated more often than the ledger admits. */
  readonly unmarked: readonly string[];
  /** Messages that came again, marked, under their own Message-ID. */
  readonly repeats: number;
}

/** Compares what was saved with what the relay took: nothing lost, nothing under two Message-IDs, every repeat marked. */
export function judge(ledger: readonly LedgerEntry[], taken: readonly Taken[]): Verdict {
  const byKey = Map.groupBy(taken, ({ key }) => key);
  const of = (key: string): Taken[] => byKey.get(key) ?? [];
  const names = (wrong: (entry: LedgerEntry) => boolean): string[] => ledger.filter(wrong).map(({ key }) => key);
  return {
    events: ledger.length,
    lost: names(({ key, status }) => status !== 'sent' || of(key).length === 0),
    second: names(({ key }) => new Set(of(key).map(({ messageId, raw }) => `${messageId}\0${raw}`)).size > 1),
    unmarked: names(({ key, repeats }) => of(key).length > 1 + (repeats ?? 0)),
    repeats: ledger.reduce((sum, { key }) => sum + Math.max(0, of(key).length - 1), 0),
  };
}
