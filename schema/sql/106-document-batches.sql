-- The documents of a month's visits as one .zip: made part by part, kept here until the last one is there. No collection: lists and
-- permissions of the panel do not reach it.
CREATE TABLE IF NOT EXISTS document_parts (
  document uuid NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  visit uuid NOT NULL,
  name text NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (document, name)
);

-- A batch has a topic and a workflow of its own: it takes minutes, and must not keep a single document waiting.
CREATE OR REPLACE FUNCTION documents_requested() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  topic text := CASE NEW.kind WHEN 'visit_batch' THEN 'document.batch' ELSE 'document.requested' END;
BEGIN
  PERFORM zhudian_emit(topic || ':' || NEW.id, topic, NEW.id, '{}'::json);
  RETURN NULL;
END
$$;
