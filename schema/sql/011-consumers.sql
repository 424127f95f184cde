-- Who takes events. One workflow answers for what an event is to bring about: it holds the row of the outbox itself. Every other consumer has a place
-- of its own in each event of its topics, and takes nothing away from anybody. No collections: nobody edits these tables.
CREATE TABLE IF NOT EXISTS outbox_consumers (
  consumer text PRIMARY KEY,
  -- The workflow, as its maintainer named it.
  name text NOT NULL,
  topics text[] NOT NULL,
  -- Has places of its own.
  own boolean NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now()
);

-- Without a foreign key to the consumer: one that is forgotten in the same instant must not make a save fail.
CREATE TABLE IF NOT EXISTS outbox_places (
  event uuid NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  consumer text NOT NULL,
  available_at timestamptz NOT NULL,
  claim uuid,
  lease_until timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  done_at timestamptz,
  error text,
  PRIMARY KEY (event, consumer)
);
CREATE INDEX IF NOT EXISTS outbox_places_open ON outbox_places (consumer, available_at) WHERE done_at IS NULL;
CREATE INDEX IF NOT EXISTS outbox_places_claim ON outbox_places (claim) WHERE claim IS NOT NULL;

-- In the transaction of the event: who asked for its topic before gets it, whatever happens to them meanwhile.
CREATE OR REPLACE FUNCTION outbox_places() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_places (event, consumer, available_at)
  SELECT NEW.id, c.consumer, NEW.available_at FROM outbox_consumers c WHERE c.own AND NEW.topic = ANY (c.topics)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER outbox_places AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION outbox_places();

CREATE OR REPLACE FUNCTION zhudian_heard(event_topic text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM outbox_consumers c WHERE c.own AND event_topic = ANY (c.topics))
$$;

-- Tells what has happened to those who listen. There is nothing to bring about: the event is done when it is written, and where nobody listens
-- none is.
CREATE OR REPLACE FUNCTION zhudian_tell(event_key text, event_topic text, event_subject uuid, facts json) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF zhudian_history() OR NOT zhudian_heard(event_topic) THEN RETURN; END IF;
  INSERT INTO outbox (id, key, topic, subject, payload, done_at)
  VALUES (gen_random_uuid(), event_key, event_topic, event_subject::text, facts, clock_timestamp())
  ON CONFLICT (key) DO NOTHING;
END
$$;
