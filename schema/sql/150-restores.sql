-- A backup knows nothing of what was mailed after it was made. What a restored installation would mail about things from before the
-- restore may have reached people already, so it waits for a person: given up ("dead") in the ledger with the reason, shown by
-- /zhudian/health and npm run doctor, and told to the office by one mail of its own. What people report after the restore (a major hazard, a
-- month's report handed in or sent back) goes out at once; what the calendar begins again after it may have been mailed before, and waits.
-- Applied by npm run restore as well, to databases that are older than this file.

CREATE TABLE IF NOT EXISTS zhudian_restores (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  backup_at timestamptz NOT NULL,
  restored_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  announced_at timestamptz,
  released_at timestamptz
);

CREATE OR REPLACE FUNCTION zhudian_hold_reason() RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT '恢复备份后暂停发送：这封邮件可能在备份之后已经发出。请向收件人核实；没有收到的，把状态改为“待发送”，立即发出。'
$$;

DROP FUNCTION IF EXISTS zhudian_hold_closed();

CREATE OR REPLACE FUNCTION deliveries_hold_after_restore() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  since timestamptz;
BEGIN
  SELECT max(restored_at) INTO since FROM zhudian_restores WHERE released_at IS NULL;
  IF since IS NULL OR NEW.kind = 'operations' THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM hazards WHERE id = NEW.hazard AND major_since > since) THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM outbox WHERE key = NEW.key AND topic IN ('report.submitted', 'report.returned') AND created_at > since) THEN RETURN NEW; END IF;
  NEW.status := 'dead';
  NEW.next_attempt_at := NULL;
  NEW.error := zhudian_hold_reason();
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER deliveries_hold_after_restore BEFORE INSERT ON deliveries
FOR EACH ROW EXECUTE FUNCTION deliveries_hold_after_restore();
