-- The documents of a month's visits as one .zip: made part by part, kept here until the last one is there. No collection: lists and
-- permissions of the panel do not reach it.
CREATE TABLE IF NOT EXISTS document_parts (
  document uuid NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  visit uuid NOT NULL,
  name text NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (document, name)
);
