-- What people have been told of by the robot of their group, so that several instances tell it once and it is told again in time.
CREATE TABLE IF NOT EXISTS zhudian_alerts (
  key text PRIMARY KEY,
  told_at timestamptz NOT NULL
);
-- What of it was told: another trouble under the same key is told at once.
ALTER TABLE zhudian_alerts ADD COLUMN IF NOT EXISTS about text NOT NULL DEFAULT '';

-- Reports of major hazards that the watchdog composed although n8n was there, and why the workflow did not. No collection: the system writes it.
CREATE TABLE IF NOT EXISTS handover_faults (
  event uuid PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
  at timestamptz NOT NULL DEFAULT now(),
  reason text NOT NULL
);
