import { expect, it } from 'vitest';
import { renderMetrics } from './renderMetrics.ts';

it('writes every figure once, states without mails as zero, and no quantile of nothing', async () => {
  const text = await renderMetrics({
    outbox_open: 3,
    outbox_oldest_seconds: 12.5,
    outbox_failing: 1,
    deliveries: { sent: 40, dead: 2, closed: 3 },
    mail_oldest_seconds: 0,
    mail_repeats: 0,
    mail_latency: {},
    unacknowledged: 4,
    documents_open: 0,
    statistics_marks: 7,
    statistics_lag_seconds: 2.5,
    reminders_due: 9,
    people_to_remind: 5,
    heartbeats: { n8n: 1.5 },
    restore_held: 0,
  });
  expect(text).toMatch(/^zhudian_outbox_oldest_seconds 12\.5$/m);
  expect(text).toMatch(/^zhudian_deliveries\{status="dead"\} 2$/m);
  expect(text).toMatch(/^zhudian_deliveries\{status="closed"\} 3$/m);
  expect(text).toMatch(/^zhudian_deliveries\{status="retry"\} 0$/m);
  expect(text).toMatch(/^zhudian_heartbeat_seconds\{part="n8n"\} 1\.5$/m);
  expect(text).toMatch(/^zhudian_statistics_lag_seconds 2\.5$/m);
  expect(text).toMatch(/^zhudian_reminders_due 9$/m);
  expect(text).not.toMatch(/quantile=/);
});
