-- Which reminders went into which mail: written in the transaction that puts the mail into the ledger, so that neither is there without the other.
-- One row for each person: whoever was not told yet is told, whoever was is not told twice.
CREATE TABLE IF NOT EXISTS reminders_sent (
  key text NOT NULL,
  recipient text NOT NULL CHECK (recipient = lower(recipient)),
  delivery uuid NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
  at timestamptz NOT NULL DEFAULT zhudian_now(),
  PRIMARY KEY (key, recipient)
);
CREATE INDEX IF NOT EXISTS reminders_sent_delivery ON reminders_sent (delivery);

SELECT zhudian_set_check('settings', 'settings_work_hours', $$work_starts_at IS NULL OR work_ends_at IS NULL OR work_starts_at < work_ends_at$$);
