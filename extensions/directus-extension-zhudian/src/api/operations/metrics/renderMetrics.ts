import { Gauge, Registry } from 'prom-client';
import type { Metrics } from './Metrics.ts';

const STATES = ['pending', 'sending', 'sent', 'retry', 'unknown', 'dead', 'closed'];

/** Figures in Prometheus's text format. */
export async function renderMetrics(metrics: Metrics): Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string, value: number): void => {
    new Gauge({ name, help, registers: [registry] }).set(value);
  };
  const labelled = (name: string, help: string, label: string, values: Readonly<Record<string, number>>): void => {
    const found = new Gauge({ name, help, labelNames: [label], registers: [registry] });
    for (const [key, value] of Object.entries(values)) found.set({ [label]: key }, value);
  };
  gauge('zhudian_outbox_open', 'Events nobody has finished', metrics.outbox_open);
  gauge('zhudian_outbox_oldest_seconds', 'Age of the oldest unfinished event', metrics.outbox_oldest_seconds);
  gauge('zhudian_outbox_failing', 'Unfinished events whose last attempt failed', metrics.outbox_failing);
  labelled('zhudian_deliveries', 'Mails in the ledger by state', 'status', {
    ...Object.fromEntries(STATES.map((state) => [state, 0])),
    ...metrics.deliveries,
  });
  gauge('zhudian_mail_oldest_seconds', 'Age of the oldest mail that has not left', metrics.mail_oldest_seconds);
  gauge('zhudian_mail_repeats', 'Mails handed over again because an outcome was unknown', metrics.mail_repeats);
  labelled('zhudian_mail_latency_seconds', 'From hand-over to the answer of the relay, last hour', 'quantile', metrics.mail_latency);
  gauge('zhudian_hazards_unacknowledged', 'Reported major hazards nobody has confirmed', metrics.unacknowledged);
  gauge('zhudian_documents_requested', 'Documents asked for and not there yet', metrics.documents_open);
  gauge('zhudian_statistics_marks', 'Changes the statistics have yet to fold in', metrics.statistics_marks);
  gauge('zhudian_statistics_lag_seconds', 'Age of the oldest change the statistics have yet to fold in', metrics.statistics_lag_seconds);
  gauge('zhudian_reminders_due', 'Reminders due now and not sent', metrics.reminders_due);
  gauge('zhudian_people_to_remind', 'People they are for', metrics.people_to_remind);
  labelled('zhudian_heartbeat_seconds', 'Since a part was last heard of', 'part', metrics.heartbeats);
  gauge('zhudian_restore_held', 'Mails a restore holds until somebody has looked', metrics.restore_held);
  return await registry.metrics();
}
