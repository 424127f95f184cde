-- The one channel from Directus to n8n. A row is written in the transaction of the change itself; NOTIFY carries
-- the number alone and is only a hint, since polling finds what a lost NOTIFY missed.

CREATE SEQUENCE IF NOT EXISTS outbox_seq;

-- Directus cannot describe a second sequence of a table; a trigger keeps its snapshot free of drift.
CREATE OR REPLACE FUNCTION outbox_number() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.id := coalesce(NEW.id, gen_random_uuid());
  NEW.seq := coalesce(NEW.seq, nextval('outbox_seq'));
  NEW.created_at := coalesce(NEW.created_at, clock_timestamp());
  NEW.available_at := coalesce(NEW.available_at, NEW.created_at);
  NEW.attempts := coalesce(NEW.attempts, 0);
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER outbox_number BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION outbox_number();

CREATE OR REPLACE FUNCTION outbox_hint() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('zhudian_outbox', NEW.seq::text);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER outbox_hint AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION outbox_hint();

-- Claiming reads only what is open, in order. It leads with a column that the data model itself indexes: Directus takes
-- any leading column for one of its own indexes and would try to drop it.
CREATE INDEX IF NOT EXISTS outbox_open ON outbox (topic, available_at, seq) WHERE done_at IS NULL;

-- Writes one event; a second one under the same key is the same event.
CREATE OR REPLACE FUNCTION zhudian_emit(event_key text, event_topic text, event_subject uuid, facts json) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF zhudian_history() THEN
    RETURN;
  END IF;
  INSERT INTO outbox (id, key, topic, subject, payload)
  VALUES (gen_random_uuid(), event_key, event_topic, event_subject::text, facts)
  ON CONFLICT (key) DO NOTHING;
END
$$;
