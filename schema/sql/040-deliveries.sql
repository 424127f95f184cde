-- The mail ledger. The bytes of a message are fixed when it is handed over and never composed again: a repeat is
-- the same message. They live beside the ledger, where neither lists nor permissions of the panel reach them.

CREATE TABLE IF NOT EXISTS delivery_messages (
  delivery uuid PRIMARY KEY REFERENCES deliveries (id) ON DELETE CASCADE,
  raw bytea NOT NULL
);
-- Since when a mail is being tried: its hand-over, or when somebody put it back. Not in the ledger, which Directus describes.
ALTER TABLE delivery_messages ADD COLUMN IF NOT EXISTS queued_at timestamptz NOT NULL DEFAULT now();

SELECT zhudian_set_check('deliveries', 'deliveries_status_known',
  $$status IN ('pending', 'sending', 'sent', 'retry', 'unknown', 'dead', 'closed')$$);
SELECT zhudian_set_check('deliveries', 'deliveries_composer_known', $$composed_by IN ('n8n', 'watchdog')$$);
SELECT zhudian_set_check('deliveries', 'deliveries_claim_whole', $$status <> 'sending' OR (claim IS NOT NULL AND lease_until IS NOT NULL)$$);
SELECT zhudian_set_check('deliveries', 'deliveries_sent_whole', $$status <> 'sent' OR sent_at IS NOT NULL$$);

-- A link that confirms a major hazard stands in the mail alone. In ledgers from before each address had its own it stood in the body as well.
UPDATE deliveries SET body = regexp_replace(body, '(/zhudian/acknowledge/)[[:alnum:]_.-]+', '\1…', 'g'),
  body_text = regexp_replace(body_text, '(/zhudian/acknowledge/)[[:alnum:]_.-]+', '\1…', 'g')
WHERE kind IN ('major_hazard', 'unacknowledged') AND (body ~ '/zhudian/acknowledge/[[:alnum:]]' OR body_text ~ '/zhudian/acknowledge/[[:alnum:]]');

-- Each leads with a column that the data model itself indexes: Directus takes any leading column for one of its own
-- indexes and would try to drop it.
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (status, next_attempt_at) WHERE status IN ('pending', 'retry', 'unknown');
CREATE INDEX IF NOT EXISTS deliveries_leased ON deliveries (status, lease_until) WHERE status = 'sending';

CREATE OR REPLACE FUNCTION deliveries_hint() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('zhudian_mail', NEW.id::text);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER deliveries_hint AFTER INSERT ON deliveries FOR EACH ROW EXECUTE FUNCTION deliveries_hint();
CREATE OR REPLACE TRIGGER deliveries_requeue_hint AFTER UPDATE OF status ON deliveries FOR EACH ROW
WHEN (NEW.status = 'pending' AND OLD.status <> 'pending') EXECUTE FUNCTION deliveries_hint();

-- Who a mail goes to, what it says and its Message-ID never change, and a mail that left is not made unsent.
CREATE OR REPLACE FUNCTION deliveries_before_update() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.key <> OLD.key OR NEW.message_id IS DISTINCT FROM OLD.message_id OR NEW.subject IS DISTINCT FROM OLD.subject THEN
    PERFORM zhudian_refuse('deliveries_immutable', '已登记的邮件不能改写；请另行发送');
  END IF;
  IF OLD.status = 'sent' AND NEW.status <> 'sent' THEN
    PERFORM zhudian_refuse('deliveries_sent_is_final', '已发出的邮件不能改回待发状态');
  END IF;
  -- Somebody has looked at a given-up mail and leaves it unsent, so that nobody is warned of it any more. Not of what may be the only word of a
  -- major hazard, unless a restore's mails are released: then its recipients were asked.
  IF NEW.status = 'closed' AND OLD.status <> 'closed' THEN
    IF OLD.status <> 'dead' THEN PERFORM zhudian_refuse('deliveries_close_dead', '只有“已放弃”的邮件可以改为“已核实，不再发送”'); END IF;
    IF coalesce(current_setting('zhudian.released', true), '') = ''
      AND EXISTS (SELECT FROM hazards WHERE id = NEW.hazard AND severity = 'major' AND status <> 'void' AND acknowledged_at IS NULL) THEN
      PERFORM zhudian_refuse('deliveries_close_unconfirmed', '这封邮件所报的重大事故隐患还没有人签收，不能停止发送；请改为“待发送”，或先由市级签收');
    END IF;
  END IF;
  -- An administrator who puts a given-up mail back to "pending" means: now, and as patiently as the first time.
  IF NEW.status = 'pending' AND OLD.status <> 'pending' THEN
    NEW.next_attempt_at := clock_timestamp();
    NEW.claim := NULL;
    NEW.lease_until := NULL;
    NEW.attempts := 0;
    UPDATE delivery_messages SET queued_at = clock_timestamp() WHERE delivery = NEW.id;
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER deliveries_before_update BEFORE UPDATE ON deliveries FOR EACH ROW EXECUTE FUNCTION deliveries_before_update();

-- Whether the relay has taken a mail for one of those it is addressed to; who is still to get it stands in "remaining".
CREATE OR REPLACE FUNCTION deliveries_reached(addressed json, remaining json) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT EXISTS (SELECT lower(address) FROM json_array_elements_text(coalesce(addressed, '[]')) address
                 EXCEPT SELECT address FROM json_array_elements_text(coalesce(remaining, '[]')) address)
$$;

-- The same of any message of the mail: each of the city office's addresses has one of its own, known by the mail's key and the number of the address.
CREATE OR REPLACE FUNCTION deliveries_reached(delivery deliveries) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT deliveries_reached(delivery."to", delivery.remaining) OR EXISTS (
    SELECT FROM deliveries other WHERE other.hazard = delivery.hazard AND other.kind = delivery.kind AND other.status = 'sent'
      AND regexp_replace(other.key, ':to[0-9]+$', '') = regexp_replace(delivery.key, ':to[0-9]+$', ''))
$$;

-- "Reported" means that the relay has taken the mail for one of the city office, not that somebody meant to send it: one address it refuses
-- must not keep the plan from beginning. No rule about hazards may undo "sent", or the mail would go out again and again.
CREATE OR REPLACE FUNCTION deliveries_reported() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'sent' OR deliveries_reached(NEW."to", NEW.remaining) THEN
    UPDATE hazards SET reported_at = zhudian_moment() WHERE id = NEW.hazard AND reported_at IS NULL;
  END IF;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'zhudian: mail % has gone out, but hazard % is not noted as reported: %', NEW.key, NEW.hazard, SQLERRM;
  UPDATE deliveries SET error = concat_ws(E'\n', error, '邮件已发出，但未能在隐患上登记直报时间：' || SQLERRM) WHERE id = NEW.id;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER deliveries_reported AFTER UPDATE OF status, remaining ON deliveries FOR EACH ROW
WHEN (NEW.kind = 'major_hazard' AND ((NEW.status = 'sent' AND OLD.status <> 'sent') OR NEW.remaining::text IS DISTINCT FROM OLD.remaining::text))
EXECUTE FUNCTION deliveries_reported();

-- Those whose report the relay has not taken are looked for every few seconds. It leads with a column that the data model indexes, as above.
CREATE INDEX IF NOT EXISTS hazards_unreported ON hazards (county, major_since)
  WHERE severity = 'major' AND acknowledged_at IS NULL AND reported_at IS NULL;

-- The same document for the same hazard is one document.
CREATE UNIQUE INDEX IF NOT EXISTS documents_once ON documents (hazard, kind, input_hash)
  WHERE hazard IS NOT NULL AND input_hash IS NOT NULL;

-- Mails that were looked at and left unsent had a reason that began like this before they had a state of their own.
DO $$
BEGIN
  PERFORM set_config('zhudian.released', 'yes', true);
  UPDATE deliveries SET status = 'closed' WHERE status = 'dead' AND starts_with(error, '恢复备份后已核实，不再发送。');
  PERFORM set_config('zhudian.released', '', true);
END
$$;
