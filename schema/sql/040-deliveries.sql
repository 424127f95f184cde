-- The mail ledger. The bytes of a message are fixed when it is handed over and never composed again: a repeat is
-- the same message. They live beside the ledger, where neither lists nor permissions of the panel reach them.

CREATE TABLE IF NOT EXISTS delivery_messages (
  delivery uuid PRIMARY KEY REFERENCES deliveries (id) ON DELETE CASCADE,
  raw bytea NOT NULL
);

SELECT zhudian_set_check('deliveries', 'deliveries_status_known',
  $$status IN ('pending', 'sending', 'sent', 'retry', 'unknown', 'dead')$$);
SELECT zhudian_set_check('deliveries', 'deliveries_composer_known', $$composed_by IN ('n8n', 'watchdog')$$);
SELECT zhudian_set_check('deliveries', 'deliveries_claim_whole', $$status <> 'sending' OR (claim IS NOT NULL AND lease_until IS NOT NULL)$$);
SELECT zhudian_set_check('deliveries', 'deliveries_sent_whole', $$status <> 'sent' OR sent_at IS NOT NULL$$);

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
  -- An administrator who puts a given-up mail back to "pending" means: now.
  IF NEW.status = 'pending' AND OLD.status <> 'pending' THEN
    NEW.next_attempt_at := clock_timestamp();
    NEW.claim := NULL;
    NEW.lease_until := NULL;
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER deliveries_before_update BEFORE UPDATE ON deliveries FOR EACH ROW EXECUTE FUNCTION deliveries_before_update();

-- "Reported" means that the relay has taken the mail, not that somebody meant to send it.
CREATE OR REPLACE FUNCTION deliveries_reported() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE hazards SET reported_at = NEW.sent_at WHERE id = NEW.hazard AND reported_at IS NULL;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER deliveries_reported AFTER UPDATE OF status ON deliveries FOR EACH ROW
WHEN (NEW.status = 'sent' AND OLD.status <> 'sent' AND NEW.kind = 'major_hazard') EXECUTE FUNCTION deliveries_reported();

-- The same document for the same hazard is one document.
CREATE UNIQUE INDEX IF NOT EXISTS documents_once ON documents (hazard, kind, input_hash)
  WHERE hazard IS NOT NULL AND input_hash IS NOT NULL;
