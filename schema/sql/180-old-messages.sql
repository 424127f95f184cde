-- Bytes of mails. They are kept so that a repeat is the same message; a mail that left is never repeated, and with photos has up to 20 MB. The
-- ledger itself (to whom, what, when, what the relay answered) stays.

-- So that it need not go through all of them for a few.
CREATE INDEX IF NOT EXISTS delivery_messages_age ON delivery_messages (queued_at);

-- Asked for after a whole backup, which still has them. The server's own clock: a rehearsal that is ahead must not delete.
CREATE OR REPLACE FUNCTION zhudian_drop_old_messages() RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  dropped integer;
BEGIN
  DELETE FROM delivery_messages m USING deliveries d
  WHERE d.id = m.delivery AND d.status = 'sent'
    AND d.sent_at < clock_timestamp() - interval '1 year' AND m.queued_at < clock_timestamp() - interval '1 year';
  GET DIAGNOSTICS dropped = ROW_COUNT;
  RETURN dropped;
END
$$;
