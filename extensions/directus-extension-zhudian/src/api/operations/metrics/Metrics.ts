/** What is measured: figures and states, nothing about anybody. Ages in seconds. */
export interface Metrics {
  readonly outbox_open: number;
  readonly outbox_oldest_seconds: number;
  readonly outbox_failing: number;
  /** State → mails. `closed`: given up, and somebody has looked; nobody has to see to them any more. */
  readonly deliveries: Readonly<Record<string, number>>;
  readonly mail_oldest_seconds: number;
  readonly mail_repeats: number;
  /** From hand-over to the relay's 250, of the last hour: quantile → seconds; empty when nothing was sent. */
  readonly mail_latency: Readonly<Record<string, number>>;
  readonly unacknowledged: number;
  readonly documents_open: number;
  readonly statistics_marks: number;
  /** Age of the oldest change the sums do not have yet; 0 when they have all. */
  readonly statistics_lag_seconds: number;
  /** Part → seconds since it was last heard of. */
  readonly heartbeats: Readonly<Record<string, number>>;
  readonly restore_held: number;
  /** What people are to be told at this moment and were not, and how many people; in working hours it goes out within the hour. */
  readonly reminders_due: number;
  readonly people_to_remind: number;
}
